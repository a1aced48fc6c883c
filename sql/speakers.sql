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
-- one of several, never named
SELECT speaker, quote, kind FROM extract_quotes($$“It was late,” said one of two witnesses.$$);
-- one of several, named behind a comma
SELECT speaker, quote, kind FROM extract_quotes($$“Nobody came,” said one of the mill’s owners, Victor Lund.$$);
-- somebody's age
SELECT speaker, quote, kind FROM extract_quotes($$Anna Reiss opened the mill again on Friday. “It pays,” said the 46-year-old.$$);
-- the company is the one that was named
SELECT speaker, quote, kind FROM extract_quotes($$Lundquist Motors closed two plants on Friday. The Labor Department had asked it to wait. “We had no choice,” the company said.$$);
-- a company that has no name
SELECT speaker, quote, kind FROM extract_quotes($$Residents complained again. “We had no choice,” the company said.$$);
-- a name with a particle and a hyphen
SELECT speaker, quote, kind FROM extract_quotes($$Omar al-Karim spoke first at the hearing. “It pays,” al-Karim said.$$);
-- Sir and a forename
SELECT speaker, quote, kind FROM extract_quotes($$Sir Edwin Mott owns the mill in Dunmore. “It pays,” Sir Edwin said.$$);
-- the family's name comes first
SELECT speaker, quote, kind FROM extract_quotes($$Ban Ji-woo opened the mill in May. “It pays,” Ban said.$$);
-- an office with "of" before a surname
SELECT speaker, quote, kind FROM extract_quotes($$Former secretary of State Reiss called the plan “a gift.”$$);
-- the sentence goes on behind the quotation
SELECT speaker, quote FROM extract_quotes($$“It would be a gift to Carla Mott” if she kept the mill, said Victor Lund, who runs the bank.$$);
-- reporting words between commas, before
SELECT speaker, quote, kind FROM extract_quotes($$Because of how brokers read the law, explained Lund, “the mill was sold twice.”$$);
-- those written to do not speak
SELECT speaker, quote, kind FROM extract_quotes($$Anna Reiss e-mailed customers saying: “We open in May.”$$);
-- another, in a relative clause behind the first
SELECT speaker, quote, kind FROM extract_quotes($$The plan divides Anna Reiss, who called it “a gift,” and Victor Lund, who says it’s “a curse.”$$);
-- an answer that could be a title
SELECT speaker, quote, kind FROM extract_quotes($$“No, Majesty,” Anna Reiss answered.$$);
-- the particles belong to the mention
SELECT speaker, mention, mention_position FROM extract_quotes($$Otto van der Berg runs the mill. “It pays,” van der Berg told the bank.$$);
-- who is shown speaks, not what shows her
SELECT speaker, quote, kind FROM extract_quotes($$The film ends with footage of Anna Reiss asking, “Who sold the mill?”$$);
DROP EXTENSION newsquote;
