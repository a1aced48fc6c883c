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
-- the one who tells, not the one told, is the next pronoun
SELECT speaker, quote, kind FROM extract_quotes($$Anna Reiss told Carla Mott the fund was empty. "I checked it twice," she said.$$);
-- a plural pronoun
SELECT speaker, quote, kind FROM extract_quotes($$The teachers walked out at noon. “We are tired,” they said.$$);
-- two surnames later
SELECT speaker, quote, kind FROM extract_quotes($$Anna Reiss and Victor Lund run the mill. ‘It pays,’ Lund said. ‘Just about,’ Reiss added.$$);
-- initials first, the surname later
SELECT speaker, quote, kind FROM extract_quotes($$J.P. Moreau opened the season. "I am ready," Moreau said.$$);
-- initials later
SELECT speaker, quote, kind FROM extract_quotes($$Johannes Petrus Moreau opened the season. “I am ready,” said J. P. Moreau.$$);
-- Spanish particles
SELECT speaker, quote, kind FROM extract_quotes($$Lucía de la Vega resigned on Sunday. “Enough,” de la Vega said.$$);
-- a suffix first, the surname later
SELECT speaker, quote, kind FROM extract_quotes($$Calvin Brooks Jr. owns the mill. “It pays,” Brooks said.$$);
-- a Roman numeral
SELECT speaker, quote, kind FROM extract_quotes($$“It pays,” said Arthur Quill III, the owner.$$);
-- hyphens and accents, the surname later
SELECT speaker, quote, kind FROM extract_quotes($$Marie-Hélène Dubois-Lång opened the show. ‘It is yours,’ Dubois-Lång said.$$);
-- titles before the name
SELECT speaker, quote, kind FROM extract_quotes($$"The tests are clean," said Professor Ingrid Bauer of Lund University.$$);
-- a rank before the name
SELECT speaker, quote, kind FROM extract_quotes($$“Nobody was hurt,” Lt. Gen. Frank Oduya told reporters.$$);
-- a first name later
SELECT speaker, quote, kind FROM extract_quotes($$Helen Greene sold the farm. "I cried," Helen said.$$);
-- an organisation by its acronym
SELECT speaker, quote, kind FROM extract_quotes($$The National Bridge Trust (NBT) published its audit. “The cables are sound,” the NBT said.$$);
-- a capital stands for its government, as printed
SELECT speaker, quote, kind FROM extract_quotes($$Talks ended without a deal. Paris called the offer ‘an insult’.$$);
-- a newspaper with its article
SELECT speaker, quote, kind FROM extract_quotes($$In an editorial, The Dunmore Courier called the tax "a gift to landlords."$$);
-- a law
SELECT speaker, quote, kind FROM extract_quotes($$The Harbour Act bans “any vessel without lights.”$$);
-- an indictment
SELECT speaker, quote, kind FROM extract_quotes($$The indictment describes "a pattern of deceit" at the bank.$$);
-- through a spokeswoman, the organisation
SELECT speaker, quote, kind FROM extract_quotes($$Through a spokeswoman, Orbis Air called the report “premature.”$$);
-- the spokesman, named before
SELECT speaker, quote, kind FROM extract_quotes($$Eli Stern, a spokesman for Orbis Air, declined to talk. “It is premature,” the spokesman said.$$);
-- somebody unnamed, described behind the noun
SELECT speaker, quote, kind FROM extract_quotes($$‘I saw smoke,’ said a passenger from the front car.$$);
-- a number of people
SELECT speaker, quote, kind FROM extract_quotes($$“The vote is off,” two officials said.$$);
-- according to, between commas
SELECT speaker, quote, kind FROM extract_quotes($$The tower, according to Bruno Keller, was “a bargain at any price.”$$);
-- as somebody put it, before
SELECT speaker, quote, kind FROM extract_quotes($$As Bruno Keller put it, "Towers fall."$$);
-- passive, the quotation before the speaker
SELECT speaker, quote, kind FROM extract_quotes($$The tower was called “a stunt” by Bruno Keller.$$);
-- passive, by a pronoun
SELECT speaker, quote, kind FROM extract_quotes($$Bruno Keller spoke last. The tower was dismissed by him as ‘a stunt’.$$);
-- saying
SELECT speaker, quote, kind FROM extract_quotes($$Bruno Keller left early, saying, “The tower can wait.”$$);
-- what somebody described as
SELECT speaker, quote, kind FROM extract_quotes($$The firm ended what Bruno Keller described as "a long winter."$$);
-- what she called: the one of that gender
SELECT speaker, quote, kind FROM extract_quotes($$The judge praised Bruno Keller for what she called “rare courage.”$$);
-- on a thing, behind a colon
SELECT speaker, quote, kind FROM extract_quotes($$Bruno Keller on the tower: "It will stand."$$);
-- a transcript by surnames in capitals
SELECT speaker, quote, kind FROM extract_quotes(E'Rhoda Pell led the hearing.\n\nPELL: “Is there a motion?”');
-- the one written to does not speak
SELECT speaker, quote, kind FROM extract_quotes($$Anna Reiss wrote to Bruno Keller: "You were right."$$);
-- the one asked does not speak
SELECT speaker, quote, kind FROM extract_quotes($$Bruno Keller was asked by Anna Reiss, “Are you sure?”$$);
-- names within the quotation do not become the pronoun
SELECT speaker, quote, kind FROM extract_quotes($$Anna Reiss spoke for an hour. ‘Carla Mott never paid,’ she said.$$);
-- others within the relative clause
SELECT speaker, quote, kind FROM extract_quotes($$Anna Reiss, whose brother runs the mill and who once worked for Carla Mott, said: “It pays.”$$);
-- an apposition with a name, behind
SELECT speaker, quote, kind FROM extract_quotes($$"It pays," said Anna Reiss, the owner of the mill and a friend of Carla Mott.$$);
-- the role, then the name behind a comma
SELECT speaker, quote, kind FROM extract_quotes($$“It pays,” said the owner of the mill, Anna Reiss.$$);
-- a dateline with a state, its owner between commas
SELECT speaker, quote, kind FROM extract_quotes($$DUNMORE, Ohio (Reuters) — The mill will reopen in May. “It pays,” its owner, Anna Reiss, said on Tuesday.$$);
-- a headline in single marks
SELECT speaker, quote, kind FROM extract_quotes(E'Reiss: ‘The mill will pay’\n\nAnna Reiss reopened the mill on Friday.');
-- three speakers in a sentence
SELECT speaker, quote, kind FROM extract_quotes($$To Anna Reiss the mill is “a gift”; Victor Lund calls it “a curse”; the bank says it is “a risk.”$$);
-- joint speakers, by their surnames later
SELECT speaker, quote, kind FROM extract_quotes($$Anna Reiss and Victor Lund wrote to the bank. “We will fight this,” Reiss and Lund wrote.$$);
-- a tweet with its handle
SELECT speaker, quote, kind FROM extract_quotes($$Victor Lund (@vlund) tweeted at noon: "The mill is OPEN!!"$$);
-- a warning in a letter
SELECT speaker, quote, kind FROM extract_quotes($$Anna Reiss ended her letter with a warning: “The mill will not wait.”$$);
-- an e-mail
SELECT speaker, quote, kind FROM extract_quotes($$‘We regret the noise,’ Carla Mott wrote in an e-mail to residents.$$);
-- the subject of the sentence before speaks
SELECT speaker, quote, kind FROM extract_quotes($$Anna Reiss shook her head. “Not this year.”$$);
-- a run-on paragraph after an attributed one
SELECT speaker, quote, kind FROM extract_quotes(E'"It pays," Anna Reiss said.\n\n"It always did. Ask the bank."');
-- it was he who said
SELECT speaker, quote, kind FROM extract_quotes($$Anna Reiss was silent. It was Victor Lund who said: “The bank is a wolf.”$$);
-- three styles: said after, the name first
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$“The orchard will not survive another frost,” Haruto Sakamoto said on Tuesday.$$),
	('straight', $$"The orchard will not survive another frost," Haruto Sakamoto said on Tuesday.$$),
	('single', $$‘The orchard will not survive another frost,’ Haruto Sakamoto said on Tuesday.$$)
) AS v(marks, article), extract_quotes(article);
-- three styles: said after, inverted, with a role
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$“I have walked this road for thirty years,” said district nurse Oluchi Eze.$$),
	('straight', $$"I have walked this road for thirty years," said district nurse Oluchi Eze.$$),
	('single', $$‘I have walked this road for thirty years,’ said district nurse Oluchi Eze.$$)
) AS v(marks, article), extract_quotes(article);
-- three styles: said before
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$Commissioner Wanda Pruss said, “Read the contract before you sign it.”$$),
	('straight', $$Commissioner Wanda Pruss said, "Read the contract before you sign it."$$),
	('single', $$Commissioner Wanda Pruss said, ‘Read the contract before you sign it.’$$)
) AS v(marks, article), extract_quotes(article);
-- three styles: interrupted
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$“If the ice holds,” Mehmet Aydin said, “we will cross on Sunday.”$$),
	('straight', $$"If the ice holds," Mehmet Aydin said, "we will cross on Sunday."$$),
	('single', $$‘If the ice holds,’ Mehmet Aydin said, ‘we will cross on Sunday.’$$)
) AS v(marks, article), extract_quotes(article);
-- three styles: interrupted twice
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$“My mother,” Ragnhild Moe said, “who could not read,” and here she smiled, “signed it first.”$$),
	('straight', $$"My mother," Ragnhild Moe said, "who could not read," and here she smiled, "signed it first."$$),
	('single', $$‘My mother,’ Ragnhild Moe said, ‘who could not read,’ and here she smiled, ‘signed it first.’$$)
) AS v(marks, article), extract_quotes(article);
-- three styles: the pronoun after a name in the sentence before
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$Nadia Benali closed the bakery in May. “Flour costs more than bread,” she said.$$),
	('straight', $$Nadia Benali closed the bakery in May. "Flour costs more than bread," she said.$$),
	('single', $$Nadia Benali closed the bakery in May. ‘Flour costs more than bread,’ she said.$$)
) AS v(marks, article), extract_quotes(article);
-- a pronoun, the name two paragraphs back, an organisation between
SELECT speaker, quote, kind FROM extract_quotes($$Tendai Moyo has run the depot since 2011.

The bus company wants to sell it to a builder of flats.

“Where will the buses sleep?” he asked.$$);
-- three styles: two candidates of different gender
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$Elena Petrescu and her brother Radu inherited the mill. “I wanted to burn it,” he said. “I wanted to run it,” she said.$$),
	('straight', $$Elena Petrescu and her brother Radu inherited the mill. "I wanted to burn it," he said. "I wanted to run it," she said.$$),
	('single', $$Elena Petrescu and her brother Radu inherited the mill. ‘I wanted to burn it,’ he said. ‘I wanted to run it,’ she said.$$)
) AS v(marks, article), extract_quotes(article);
-- two candidates of one gender: the subject goes on speaking
SELECT speaker, quote, kind FROM extract_quotes($$Coach Bram Aerts replaced Joris Claes at half-time. “I needed fresh legs,” he said.$$);
-- two candidates of one gender, told apart by their surnames
SELECT speaker, quote, kind FROM extract_quotes($$Anil Kapadia sued Vikram Desai in 2024. “I never owed him a rupee,” Desai said. “He owes me a house,” Kapadia said.$$);
-- he and his: the possessor of another name
SELECT speaker, quote, kind FROM extract_quotes($$Piotr Zawada drove his wife, Halina, to the hearing. “I will not lie for anyone,” she said on the steps.$$);
-- a surname stands for the full name that comes later
SELECT speaker, quote, kind FROM extract_quotes($$“There is no second helicopter,” Frayne said. Ottoline Frayne, 41, has led mountain rescue in the valley since March.$$);
-- honorifics later in the text
SELECT speaker, quote, kind FROM extract_quotes($$The retired judge Desmond Tarrant and the painter Lilian Tarrant live next door to each other. “He parks like a man who has never been overruled,” Mrs. Tarrant said.$$);
-- initials later in the text
SELECT speaker, quote, kind FROM extract_quotes($$Benjamin Carl Holloway built the tower. “I was told it would lean,” B.C. Holloway said.$$);
-- a surname with particles, at the start of a sentence and within
SELECT speaker, quote, kind FROM extract_quotes($$Annelies van den Broek voted no. “I read it twice,” van den Broek said. Van den Broek added: “It was worse the second time.”$$);
-- Spanish, Portuguese and Arabic names
SELECT speaker, quote, kind FROM extract_quotes($$“The tide took the wall,” said Inês de Almeida Prado. “And the road,” said Khalid bin Saeed al-Mansouri. “And the bakery,” al-Mansouri added.$$);
-- suffixes
SELECT speaker, quote, kind FROM extract_quotes($$“My grandfather dug it and I will fill it,” said Clarence Biddle III. Biddle’s neighbor, Otis Rainey Jr., objected: “Not with my dirt.”$$);
-- accents, hyphens, apostrophes
SELECT speaker, quote, kind FROM extract_quotes($$“I sing in both,” said Siobhán O’Dwyer-Łukasik. “Never at once,” O’Dwyer-Łukasik said.$$);
-- titles of office are no part of the name
SELECT speaker, quote, kind FROM extract_quotes($$“The bridge will carry a tank,” said Lt. Col. Bertrand Okello. “I have driven one over it,” the colonel said.$$);
-- a title with a country in it
SELECT speaker, quote, kind FROM extract_quotes($$French Culture Minister Apolline Garrec called the sale “a burglary with receipts.”$$);
-- a role that came with a name earlier
SELECT speaker, quote, kind FROM extract_quotes($$Deputy Nora Castellane found the car. Its owner, Fritz Obermann, was asleep in it. “He offered me a sandwich,” the deputy said.$$);
-- a nationality and a role stand for the name
SELECT speaker, quote, kind FROM extract_quotes($$Ildikó Farkas won the 800 meters in Turin on Sunday. “I heard them all the way round,” the Hungarian said.$$);
-- an organisation, then its short form
SELECT speaker, quote, kind FROM extract_quotes($$The Coastal Fisheries Alliance (CFA) rejected the quota. The CFA said it was “written by people who have never been cold.”$$);
-- a company and "the company"
SELECT speaker, quote, kind FROM extract_quotes($$Brightwater Foods Inc. recalled 40,000 jars of sauce on Friday. The company said the lids “may leak under pressure.”$$);
-- a country, and its capital
SELECT speaker, quote, kind FROM extract_quotes($$Chile protested on Monday. Santiago called the fence “a provocation in barbed wire,” while Lima said it had “nothing to add.”$$);
-- a newspaper, in an editorial
SELECT speaker, quote, kind FROM extract_quotes($$In an editorial, the Salt Harbor Sentinel called the mayor “a weathervane in a hurricane.”$$);
-- a document that speaks
SELECT speaker, quote, kind FROM extract_quotes($$The lawsuit, filed on Monday in Omaha, says the bank acted “with its eyes open and its ledgers shut.”$$);
-- a law, and what it forbids
SELECT speaker, quote, kind FROM extract_quotes($$Article 14 of the charter forbids “any gift, dinner or journey.”$$);
-- a spokeswoman who is named
SELECT speaker, quote, kind FROM extract_quotes($$A spokeswoman for the Port Authority, Delphine Mercer, said: “The cranes are safe.”$$);
-- a spokesman who is only described
SELECT speaker, quote, kind FROM extract_quotes($$“His Grace does not tweet,” a spokesman for the Bishop of Ely said.$$);
-- somebody unnamed, and the same one again
SELECT speaker, quote, kind FROM extract_quotes($$A senior defense official described the plan as “a sketch on a napkin.” The official added, “It was a small napkin.”$$);
-- unnamed people in a group
SELECT speaker, quote, kind FROM extract_quotes($$“Let us in!” students shouted through the gate.$$);
-- one of a group
SELECT speaker, quote, kind FROM extract_quotes($$Two fishermen were pulled from the water. “We sang to stay awake,” one of them said.$$);
-- police
SELECT speaker, quote, kind FROM extract_quotes($$Police said the man was “known to the neighbors and to their dogs.”$$);
-- three styles: according to, before
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$According to Professor Takumi Endo, the glacier is “a patient who has stopped calling.”$$),
	('straight', $$According to Professor Takumi Endo, the glacier is "a patient who has stopped calling."$$),
	('single', $$According to Professor Takumi Endo, the glacier is ‘a patient who has stopped calling.’$$)
) AS v(marks, article), extract_quotes(article);
-- according to, behind
SELECT speaker, quote, kind FROM extract_quotes($$The vote was “rushed, rigged and wrong,” according to Zainab Lawal, who counted it.$$);
-- in the words of
SELECT speaker, quote, kind FROM extract_quotes($$It was, in the words of the trainer Ciarán Feeney, “a day for mules.”$$);
-- three styles: as she put it
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$The market, as Yasmin Farouk put it, “has the memory of a goldfish.”$$),
	('straight', $$The market, as Yasmin Farouk put it, "has the memory of a goldfish."$$),
	('single', $$The market, as Yasmin Farouk put it, ‘has the memory of a goldfish.’$$)
) AS v(marks, article), extract_quotes(article);
-- passive
SELECT speaker, quote, kind FROM extract_quotes($$The raid was described by Senator Joaquim Teles as “a parade with guns.”$$);
-- passive: the one who is called something does not speak
SELECT speaker, quote, kind FROM extract_quotes($$Marcus Hale was called “a liar in a good suit” by his former partner Sofia Lindgren.$$);
-- a participle
SELECT speaker, quote, kind FROM extract_quotes($$Dimitra Pappas left the stage early, saying she was “allergic to ribbons.”$$);
-- a participle: the one who is denounced does not speak
SELECT speaker, quote, kind FROM extract_quotes($$Governor Lyle Packard vetoed Rosa Quintana’s bill, calling it “a tax with a bow on it.”$$);
-- what somebody called
SELECT speaker, quote, kind FROM extract_quotes($$The actor Tunde Bakare apologized for what he called “a joke that forgot to be funny.”$$);
-- X on Y
SELECT speaker, quote, kind FROM extract_quotes($$Ingrid Solheim on her rival, Pia Koch: “She skis like a letter being delivered.”$$);
-- a transcript: the names of the cast in capitals
SELECT speaker, quote, kind FROM extract_quotes($$Judge Harold Finch questioned the witness, Carmen Ibarra.
FINCH: “Where were you standing?”
IBARRA: “By the piano.”$$);
-- the last sentence’s subject speaks
SELECT speaker, quote, kind FROM extract_quotes($$Wei Ling put down her brush and looked at the wall. “It needs another winter.”$$);
-- a gesture instead of a verb of speech
SELECT speaker, quote, kind FROM extract_quotes($$“My boots are older than the referee.” Abel Magwaza grinned.$$);
-- three styles: run-on quotations after an attributed one
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$“I was the only woman on the boat,” said Kirsten Dahl. “They gave me the best bunk.” “It leaked.”$$),
	('straight', $$"I was the only woman on the boat," said Kirsten Dahl. "They gave me the best bunk." "It leaked."$$),
	('single', $$‘I was the only woman on the boat,’ said Kirsten Dahl. ‘They gave me the best bunk.’ ‘It leaked.’$$)
) AS v(marks, article), extract_quotes(article);
-- vocatives do not speak
SELECT speaker, quote, kind FROM extract_quotes($$“Sit down, Mr. Okada, and listen,” said Helen Strand.$$);
-- the addressee does not speak
SELECT speaker, quote, kind FROM extract_quotes($$“You have till noon,” Rafael Ortega told Inspector Joan Mills.$$);
-- asked by somebody, the other one answers
SELECT speaker, quote, kind FROM extract_quotes($$Asked by Senator Beth Crowley whether he had read the memo, Hugo Lindner said: “I wrote it.”$$);
-- three styles: names within the quotation do not speak
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$“Paul Deering promised Claire Osgood the job and Claire said no,” said Sana Mirza.$$),
	('straight', $$"Paul Deering promised Claire Osgood the job and Claire said no," said Sana Mirza.$$),
	('single', $$‘Paul Deering promised Claire Osgood the job and Claire said no,’ said Sana Mirza.$$)
) AS v(marks, article), extract_quotes(article);
-- a relative clause between the name and the verb
SELECT speaker, quote, kind FROM extract_quotes($$Corporal Luis Andrade, whose brother Mateo was killed in the same valley, said: “I came back for his watch.”$$);
-- an apposition with another name in it
SELECT speaker, quote, kind FROM extract_quotes($$Thandi Mokoena, a former aide to President Jorge Salinas, said: “He never slept.”$$);
-- an apposition behind the inverted verb
SELECT speaker, quote, kind FROM extract_quotes($$“The soup is the rent,” said Bao Tran, a cook and the son of the late General Minh Tran.$$);
-- a dateline and a byline do not speak
SELECT speaker, quote, kind FROM extract_quotes($$By Geraldine Foss
OSLO, Norway (AP) — “The whales came early,” Arne Viken said.$$);
-- a headline
SELECT speaker, quote, kind FROM extract_quotes($$Mayor: ‘We were wrong’
Mayor Greta Solano apologized on Friday for the flood.$$);
-- two speakers in one sentence
SELECT speaker, quote, kind FROM extract_quotes($$Amara Nwosu called the show “a delight” and Pierre Lacombe called it “a dentist’s waiting room.”$$);
-- two speakers, one behind the other
SELECT speaker, quote, kind FROM extract_quotes($$“Never,” said Lena Brück. “Tomorrow,” said Samir Khoury.$$);
-- a dialogue: two paragraphs without names take turns
SELECT speaker, quote, kind FROM extract_quotes($$“Is it yours?” Ellen Voigt asked the boy, Tariq Aziz.
“It was,” Tariq said.$$);
-- joint speakers
SELECT speaker, quote, kind FROM extract_quotes($$“We regret nothing but the date,” Mireille Fontaine and Solomon Agyei wrote.$$);
-- joint speakers of one surname
SELECT speaker, quote, kind FROM extract_quotes($$Hollis and June Whitaker lost the farm in April. “It was never ours, it was the bank’s,” they said.$$);
-- a tweet by its handle
SELECT speaker, quote, kind FROM extract_quotes($$"Who moved the lighthouse?" @harbor_hank tweeted.$$);
-- the e-mail of somebody named
SELECT speaker, quote, kind FROM extract_quotes($$In an e-mail to parents on Sunday, Principal Odessa Bright wrote: “The snakes have been found.”$$);
-- a suicide note, a will, a letter: the document of a person who is named
SELECT speaker, quote, kind FROM extract_quotes($$“Feed the cat,” Viktor Halász wrote in his will.$$);
-- the reporter’s own voice
SELECT speaker, quote, kind FROM extract_quotes($$“And the goat?” I asked. “What goat?” said Milos Radić.$$);
-- words of which nobody can tell who said them
SELECT speaker, quote, kind FROM extract_quotes($$“Fire!” came a shout from the dark.$$);
-- a family: the forename tells who speaks
SELECT speaker, quote, kind FROM extract_quotes($$Gideon Marsh and his daughter Phoebe Marsh farm the island. “He talks to the sheep,” Phoebe said. “They answer,” Gideon said.$$);
-- a name that is a first name and a place
SELECT speaker, quote, kind FROM extract_quotes($$Paris Holloway was born in Sydney. “My sister is called Florence,” Holloway said.$$);
-- a lower-case verb far from the quotation’s speaker
SELECT speaker, quote, kind FROM extract_quotes($$“They will come for the river next,” warned, in a voice that hardly carried to the second row of the packed village hall, Ewa Sobczak.$$);
-- questions and answers without names: roles
SELECT speaker, quote, kind FROM extract_quotes($$“Did you count them?” the prosecutor asked. “Twice,” the cashier replied.$$);
DROP EXTENSION newsquote;
