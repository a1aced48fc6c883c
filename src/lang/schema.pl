#
# schema.pl
#	  Defines the word lists: the columns of each list, and the classes that its attributes give a word.
#
# columns     names of the columns; the attributes, if any, come last.  [...]: may be missing
# always      classes of every word in the list
# stop        classes of a word that ends in a full stop
# attributes  attribute => classes; the classes may be empty.  A class with a minus before it is
#             removed from those that other attributes gave.  "-": the word has no attribute.
# read        how a line becomes entries (generate.pl); by default, the word alone
#
# A list may be in common/, for all languages, and in the language's folder, whose line for a word
# replaces the shared one; the attribute "not" removes a shared word.
#
# Classes are the WC_ constants of core/lexical/lexicon.h, and the FN_ ones with their prefix.  An unknown attribute is an error.
#
use strict;
use warnings;

our %schema = (
	'abbreviations.txt' => {
		columns => [qw(word attributes)],
		always => 'ABBREV',
		attributes => { 'may-end' => 'MAYEND' },
	},
	'adjectives.txt' => {
		columns => [qw(word attributes)],
		always => 'ADJ',
		attributes => { role => 'ROLEADJ', passing => 'FN_PASSING' },
	},
	'calendar.txt' => {
		columns => [qw(word attributes)],
		always => 'TIME',
		attributes => { month => 'MONTH', day => 'DAY', holiday => '' },
		stop => 'ABBREV',
	},
	'companies.txt' => {
		columns => [qw(word)],
		always => 'FN_COMPANY',
	},
	'cuenouns.txt' => {
		columns => [qw(word attributes)],
		attributes => { speech => 'CUENOUN', document => 'DOCUMENT', occasion => 'OCCASION', reported => 'FN_REPORTED', own => 'FN_OWN' },
		read => 'noun',
		uncounted => qr/s$/,	# no plural is made of these
	},
	'cues.txt' => {
		columns => [qw(base forms attributes)],
		always => 'CUE',
		read => 'verb',		# the attributes are the CUE_ constants of lexicon.h
	},
	'endings.txt' => {
		columns => [qw(word attributes)],
		attributes => { adv => 'ADV', verb => 'VERB', finite => 'FINITE', participle => 'PARTICIPLE', gerund => 'GERUND', noun => 'NOUN', adj => 'ADJ' },
	},
	'equivalents.txt' => {
		columns => [qw(words attributes)],
		attributes => { firm => 'FN_FIRM', group => 'FN_GROUP', authored => 'FN_AUTHORED', published => 'FN_PUBLISHED', part => 'FN_PART', somebody => 'FN_SOMEBODY' },
		read => 'family',
	},
	'forenames.txt' => {
		columns => [qw(word attributes)],
		always => 'FORENAME',
		attributes => {
			m => 'MALE FN_HE', f => 'FEMALE FN_SHE', u => '', surname => '-MALE -FEMALE', word => 'NAMEWORD', place => 'PLACE', month => 'MONTH'
		},
		read => 'forename',
	},
	'function.txt' => {
		columns => [qw(word attributes)],
		attributes => {
			det => 'DET', poss => 'POSSESSIVE', pron => 'PRONOUN', subj => 'SUBJECT', rel => 'RELATIVE', indef => 'INDEFINITE',
			m => 'MALE', f => 'FEMALE', pl => 'PLURAL', prep => 'PREP', coord => 'COORD', sub => 'SUBORD', aux => 'AUX',
			neg => 'NEG', wh => 'WH', adv => 'ADV', time => 'TIME', linker => 'LINKER', num => 'NUM', ord => 'ADJ', interj => 'INTERJ', view => 'PREPCUE FN_VIEW',
			map { $_ => 'FN_' . uc } qw(definite indefinite demonstrative one and contrast genitive agent source goal as locative
				connector complement oblique subjunctive conditional hearsay after quotative postposition passive complementiser whether infinitive copula same person1 person2 neuter named clitic reflexive personal addressee)
		},
	},
	'groups.txt' => {
		columns => [qw(word attributes)],
		attributes => { people => 'PEOPLE', body => 'BODY', outlet => 'OUTLET', head => 'FN_HEAD' },
		read => 'noun',
		counted => 'body',		# a plural is made of these alone
	},
	'naming.txt' => {
		columns => [qw(word attributes)],
		always => 'NAMING',
		attributes => { strong => 'TITLED', weak => '' },
	},
	'nicknames.txt' => {
		columns => [qw(word names)],
		read => 'nickname',
	},
	'nouns.txt' => {
		columns => [qw(word attributes)],
		always => 'NOUN',
		attributes => { time => 'TIME', plural => 'PLURAL', bodily => 'FN_BODILY' },
		read => 'noun',
	},
	'organisations.txt' => {
		columns => [qw(word attributes)],
		always => 'ORG',
		attributes => { outlet => 'OUTLET', platform => 'PLATFORM' },
		stop => 'ABBREV MAYEND',
	},
	'orgwords.txt' => {
		columns => [qw(word attributes)],
		attributes => { org => 'ORGWORD', outlet => 'ORGWORD OUTLET', place => 'SITEWORD', event => 'EVENTWORD', work => 'EVENTWORD' },
		stop => 'ABBREV MAYEND',
	},
	'particles.txt' => {
		columns => [qw(word attributes)],
		attributes => { particle => 'PARTICLE', suffix => 'SUFFIX', generation => 'FN_GENERATION' },
		stop => 'ABBREV MAYEND',
	},
	'places.txt' => {
		columns => [qw(word attributes)],
		attributes => {
			country => 'COUNTRY PLACE SEAT', capital => 'PLACE SEAT', seat => 'PLACE SEAT', state => 'PLACE', city => 'PLACE',
			region => 'PLACE', demonym => 'DEMONYM', people => 'PEOPLE PLURAL', m => 'MALE PERSON', f => 'FEMALE PERSON'
		},
		stop => 'ABBREV MAYEND',
	},
	'prepcues.txt' => {
		columns => [qw(word)],
		always => 'PREPCUE',
	},
	'roles.txt' => {
		columns => [qw(word plural attributes)],
		always => 'ROLE',
		attributes => { m => 'MALE', f => 'FEMALE', u => '', office => 'OFFICE', spokes => 'SPOKES', kin => 'KIN', person => 'PERSON', head => 'FN_HEAD' },
		read => 'role',
	},
	'titles.txt' => {
		columns => [qw(word attributes)],
		always => 'TITLE',
		attributes => { m => 'MALE', f => 'FEMALE', u => '', honorific => 'HONORIFIC', office => 'OFFICE', forename => 'FN_FORENAME_TITLE' },
		stop => 'ABBREV',
	},
	'unsaid.txt' => {
		columns => [qw(word attributes)],
		attributes => { map { $_ => 'FN_' . uc } qw(future habit later ability condition nobody anybody refusal wish let merely scheduled) },
		read => 'unsaid',
	},
	'verbs.txt' => {
		columns => [qw(base forms attributes)],
		attributes => { noun => 'NOUN', adj => 'ADJ' },	# of the base form; a noun's plural is made too
		read => 'verb',
	},
	'works.txt' => {
		columns => [qw(word)],
		always => 'WORK',
		read => 'noun',
	},
);

# The tables of rules: for each, the C struct that it makes and its rules, each a member of the struct.
# texts: the texts of a rule, in their order.  text: one text, in blanks.  flags: texts that set a member each.
our %rules = (
	'inflection.txt' => {
		columns => [qw(form ending instead)],	# see read_inflection() of generate.pl
	},
	'clauses.txt' => {
		columns => [qw(place search link attributes)],	# see clauses() of generate.pl
	},
	'confidence.txt' => {
		columns => [qw(of what number)],	# see confidence() of generate.pl
	},
	'quotes.txt' => {
		columns => [qw(rule text)],
		struct => 'QuoteRules',
		flags => { comma => { inside => 'comma_inside', outside => 'comma_outside' }, incise => { inside => 'incise_inside' }, name => { marked => 'marked_names' } },
	},
	'page.txt' => {
		columns => [qw(rule text)],
		struct => 'PageRules',
		texts => { line => 'lines', begin => 'beginnings', question => 'questions', answer => 'answers', sign => 'signs', inscribed => 'inscribed' },
	},
	'tokens.txt' => {
		columns => [qw(rule text)],
		struct => 'TokenRules',
		texts => {
			possessive => 'possessives', clitic => 'clitics', elision => 'elisions', decade => 'decades',
			plural => 'plural_endings', clipped => 'clipped_endings', proclitic => 'proclitics', inversion => 'inversions', joiner => 'joiners', prefix => 'prefixes', title => 'letter_titles'
		},
		flags => { ordinal => { stop => 'ordinal_stop' }, compound => { joined => 'joined_compounds' } },
	},
	'phrases.txt' => {
		columns => [qw(rule text)],
		struct => 'PhraseRules',
		texts => { age => 'ages', compound => 'compound_endings', label => 'labels', plural => 'plurals', agreement => 'agreements', verbs => 'plural_verbs' },
		text => { joint => 'joint' },
		numbers => { function => 'function_share' },
		flags => { head => { first => 'head_first' }, noun => { capital => 'capital_nouns' }, demonstrative => { definite => 'demonstrative_definite' }, negation => { concord => 'negative_concord' }, mood => { reported => 'reported_mood' }, pronoun => { bodies => 'body_pronouns' }, particle => { last => 'particle_last', forename => 'forename_particles' } },
	},
);

# The lists in the order in which they are read: where words of several lists are of one lemma, the first one names it.
our @order = qw(function.txt roles.txt groups.txt titles.txt equivalents.txt verbs.txt cues.txt nicknames.txt forenames.txt
	places.txt organisations.txt orgwords.txt companies.txt particles.txt calendar.txt cuenouns.txt prepcues.txt naming.txt works.txt
	adjectives.txt nouns.txt abbreviations.txt endings.txt unsaid.txt);

1;
