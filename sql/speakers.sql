--
-- Who speaks: by the words around the quotation, and by the name behind them.
--
CREATE EXTENSION newsquote;
\pset null (null)
-- said after, inverted
SELECT speaker, quote, kind FROM extract_quotes($$“We will appeal,” said Mara Voss.$$);
-- said before
SELECT speaker, quote, kind FROM extract_quotes($$Mara Voss said, “We will appeal.”$$);
-- behind a colon
SELECT speaker, quote, kind FROM extract_quotes($$Mara Voss said: "We will appeal."$$);
-- interrupted
SELECT speaker, quote, kind FROM extract_quotes($$“We will appeal,” Mara Voss said, “and we will win.”$$);
-- two sentences after one cue
SELECT speaker, quote, kind FROM extract_quotes($$“We will appeal,” Mara Voss said. “We always do.”$$);
-- a pronoun after a name
SELECT speaker, quote, kind FROM extract_quotes($$Mara Voss left the court. “We will appeal,” she said.$$);
-- two candidates of different gender
SELECT speaker, quote, kind FROM extract_quotes($$Mara Voss met Peter Okonkwo on Monday. “I was relieved,” he said. “So was I,” she said.$$);
-- two candidates of one gender: the last subject
SELECT speaker, quote, kind FROM extract_quotes($$Peter Okonkwo praised Daniel Reyes on Monday. “He saved us,” he said.$$);
-- a surname later
SELECT speaker, quote, kind FROM extract_quotes($$Peter Okonkwo won again. “I am tired,” Okonkwo said.$$);
-- an honorific later
SELECT speaker, quote, kind FROM extract_quotes($$Mara Voss won again. “I am tired,” Ms. Voss said.$$);
-- particles
SELECT speaker, quote, kind FROM extract_quotes($$Hendrik van der Meer won again. “I am tired,” van der Meer said.$$);
-- a suffix
SELECT speaker, quote, kind FROM extract_quotes($$“I am tired,” said William Hale Jr. Mr. Hale went home.$$);
-- accents and hyphens
SELECT speaker, quote, kind FROM extract_quotes($$Dr. María López-Ruiz warned: “We need more data.”$$);
-- initials
SELECT speaker, quote, kind FROM extract_quotes($$“I am tired,” said J. P. Moreau.$$);
-- a nickname within the name, which is no quotation
SELECT speaker, quote, kind FROM extract_quotes($$John “Bubba” Carter said, “I am tired.”$$);
-- the fullest form stands in the next sentence
SELECT speaker, quote, kind FROM extract_quotes($$“We will appeal,” Voss said. Mara Voss is a lawyer.$$);
-- an organisation
SELECT speaker, quote, kind FROM extract_quotes($$The Harbour Authority said the delay was “regrettable.”$$);
-- a country by its capital
SELECT speaker, quote, kind FROM extract_quotes($$Beijing called the move “a provocation.”$$);
-- a newspaper
SELECT speaker, quote, kind FROM extract_quotes($$The budget is “a bad joke,” the Lindby Gazette wrote.$$);
-- a document
SELECT speaker, quote, kind FROM extract_quotes($$The report says the bridge was “structurally deficient.”$$);
-- a spokesman who is named
SELECT speaker, quote, kind FROM extract_quotes($$“We regret this,” said company spokesman Ivo Petrov.$$);
-- a spokeswoman who is not
SELECT speaker, quote, kind FROM extract_quotes($$“We regret this,” a spokeswoman for the ministry said.$$);
-- somebody who is never named
SELECT speaker, quote, kind FROM extract_quotes($$“It is over,” a senior European diplomat said.$$);
-- a group
SELECT speaker, quote, kind FROM extract_quotes($$“No more cuts,” protesters chanted.$$);
-- according to
SELECT speaker, quote, kind FROM extract_quotes($$According to Mara Voss, the ruling was “absurd.”$$);
-- as somebody put it
SELECT speaker, quote, kind FROM extract_quotes($$“Nobody,” as Mara Voss put it, “wins alone.”$$);
-- passive
SELECT speaker, quote, kind FROM extract_quotes($$The plan was described by Mara Voss as “reckless.”$$);
-- a participle
SELECT speaker, quote, kind FROM extract_quotes($$Mara Voss rejected the plan, calling it “reckless.”$$);
-- what she called
SELECT speaker, quote, kind FROM extract_quotes($$Mara Voss condemned what she called “a reckless plan.”$$);
-- X on Y
SELECT speaker, quote, kind FROM extract_quotes($$Voss on Reyes: “He is a genius.”$$);
-- a transcript in marks
SELECT speaker, quote, kind FROM extract_quotes($$CHAIR: “Order.”
REYES: “I object.”$$);
-- the one addressed does not speak
SELECT speaker, quote, kind FROM extract_quotes($$“Come here, Peter,” Mara Voss said.$$);
-- the one told does not speak
SELECT speaker, quote, kind FROM extract_quotes($$“It is over,” Mara Voss told Peter Okonkwo.$$);
-- names within the quotation do not speak
SELECT speaker, quote, kind FROM extract_quotes($$“Peter Okonkwo lied to Daniel Reyes,” Mara Voss said.$$);
-- a relative clause between name and verb
SELECT speaker, quote, kind FROM extract_quotes($$Mara Voss, who leads the party, said: “We will appeal.”$$);
-- an apposition between name and verb
SELECT speaker, quote, kind FROM extract_quotes($$Mara Voss, a lawyer from Lindby, said: “We will appeal.”$$);
-- the role before the name
SELECT speaker, quote, kind FROM extract_quotes($$The sheriff, Tom Hale, said: “We found it.” “It was heavy,” the sheriff added.$$);
-- a dateline and a byline do not speak
SELECT speaker, quote, kind FROM extract_quotes($$By Jane Doe
LINDBY (AP) — “It is over,” Mara Voss said.$$);
-- two speakers in one sentence
SELECT speaker, quote, kind FROM extract_quotes($$“Yes,” said Mara Voss, but “no,” said Peter Okonkwo.$$);
-- joint speakers
SELECT speaker, quote, kind FROM extract_quotes($$Mara Voss and Peter Okonkwo said in a statement: “We stand together.”$$);
-- a tweet
SELECT speaker, quote, kind FROM extract_quotes($$“What a day!” Mara Voss tweeted.$$);
-- a letter
SELECT speaker, quote, kind FROM extract_quotes($$In a letter to staff, Mara Voss wrote that the cuts were “painful.”$$);
-- spouses of one surname
SELECT speaker, quote, kind FROM extract_quotes($$Tina Lopez and her husband, Mark Lopez, sued. “We lost it,” Mr. Lopez said. “It was our home,” Ms. Lopez said.$$);
-- a question and its answer
SELECT speaker, quote, kind FROM extract_quotes($$“Did you see him?” the lawyer asked. “No,” the witness said.$$);
-- the article’s own voice is nobody
SELECT speaker, quote, kind FROM extract_quotes($$“Why?” I asked.$$);
-- two subjects, each with a verb of its own
SELECT speaker, quote, kind FROM extract_quotes($$Mara Voss called it “a farce” and Peter Okonkwo called it “a triumph.”$$);
-- while one says this, another says that
SELECT speaker, quote, kind FROM extract_quotes($$Mara Voss said it was “a win,” while Peter Okonkwo, her rival, described it as “a loss.”$$);
-- who stands for the name before it
SELECT speaker, quote, kind FROM extract_quotes($$Dale Hutchins of Ohio, who had called an earlier version “a blank check,” voted for it.$$);
-- a description of somebody met before
SELECT speaker, quote, kind FROM extract_quotes($$A senior diplomat arrived. Ivo Petrov, a spokesman, said nothing. “It is over,” the diplomat said.$$);
-- a plural noun’s apostrophe
SELECT speaker, quote, kind FROM extract_quotes($$The supporters’ trust tweeted: “Enough.”$$);
-- the newspaper, after its name
SELECT speaker, quote, kind FROM extract_quotes($$The Lindby Gazette supported the plan. The newspaper called it “brave.”$$);
-- the role before its bearer is named
SELECT speaker, quote, kind FROM extract_quotes($$"I love this city," the mayor said. Mayor Lucia Fontana has led it since 2019.$$);
-- the role of the one named last with it
SELECT speaker, quote, kind FROM extract_quotes($$“I will serve,” Senator Ortiz said in a debate with Governor Hall. “He won’t,” the governor said.$$);
-- a role and a name between commas
SELECT speaker, quote, kind FROM extract_quotes($$“It is over,” his German counterpart, Klaus Brandt, replied.$$);
-- somebody’s mother is not somebody
SELECT speaker, quote, kind FROM extract_quotes($$Peter Okonkwo’s mother said, “He was a good boy.”$$);
-- a headline in single marks
SELECT speaker, quote, kind FROM extract_quotes($$Voss: ‘We will appeal’

Mara Voss spoke on Monday.$$);
-- an e-mail
SELECT speaker, quote, kind FROM extract_quotes($$“Please stop,” Mara Voss wrote in an e-mail to Peter Okonkwo.$$);
-- an exclamation
SELECT speaker, quote, kind FROM extract_quotes($$“Never!” cried Mara Voss.$$);
-- a question before its speaker
SELECT speaker, quote, kind FROM extract_quotes($$“Why me?” Mara Voss asked.$$);
-- said after, in straight single marks
SELECT speaker, quote, kind FROM extract_quotes($$'We will appeal,' said Mara Voss.$$);
-- a pronoun, in single marks
SELECT speaker, quote, kind FROM extract_quotes($$Mara Voss left. ‘We will appeal,’ she said.$$);
-- interrupted, in straight marks
SELECT speaker, quote, kind FROM extract_quotes($$"We will appeal," Mara Voss said, "and we will win."$$);
-- interrupted, in single marks
SELECT speaker, quote, kind FROM extract_quotes($$‘We will appeal,’ Mara Voss said, ‘and we will win.’$$);
DROP EXTENSION newsquote;
