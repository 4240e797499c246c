"""How much two words or texts must share to be taken for one: each threshold with its reason.

Shares are from 0 to 1. What only bounds the work of a search stands where it searches.
"""

# Letters of words

MEANT = 0.6
"""Share of letters, in order, from which on a mistyped key or ID means a known one: two letters
swapped in a word of four ("txet") are 0.75, other words of our files ("titel", "text") 0.44. An
answer that is no help costs little: it is only asked about."""

SPELT_ALIKE = 0.7
"""Share of letters, in order, from which on a new word is an old one spelt otherwise. "Strasse" and
"Straße" are 0.77, "gestiegen" and "gesunken" 0.59: a word that means something else must not pass."""

STEM = 6
"""Letters that two words begin with alike to count as one, whatever their endings: "Angehörige",
"Angehörigen". With five "Anspruch" would be "Ansprechpartner"."""

SHORTEST_STEM = 4
"""Letters from which on a word tells what a wording is about; shorter ones are grammar."""

SLIP_IN = 6
"""Letters of a word of a name in which one more or less may be a slip. In shorter ones one letter
makes another word: "Amt", "Arm"."""

SLIP_IN_TEXT = 8
"""The same for words of running text, which are many: "Werten" and "werden", "gewinnen" and "gewonnen"
are words of their own, and so are most others that are short."""

SLIP_BEFORE_END = 2
"""Letters that stand behind a slip at least: what differs nearer to the end is an ending."""

OFTEN = 3
"""Times that a word occurs from which on one that occurs once is a slip of it, not the other way."""

LONGEST_NAME = 200
"""Letters of a name in which slips are looked for: no office has a longer one, and each letter costs
a copy of it."""

TELLING_SUBJECT = 12
"""Letters of a subject that is telling without "Amt" before it: "Gleichstellung" may well be the
"Gleichstellungsamt", "Jugend" need not."""

TELLING_NAME = 8
"""Letters from which on one word of the name of a body stands for it: "Jobcenter", not "Kreis"."""

# Words of two wordings of one element

SENTENCE_KEPT = 1 / 2
"""Share of words a sentence must keep to be marked word by word; with fewer a reader follows two
whole sentences more easily than a patchwork."""

SENTENCE_KEPT_ROUND_ONE_CHANGE = 1 / 3
"""The same where all that changed stands together: one place is followed more easily than several."""

EDITORIAL_KEPT = 0.5
"""Share of words that a change said to be editorial keeps: who exchanges most words hardly corrects."""

# Words of the wordings of two elements

RELATED_WORDS = 2
"""Words two wordings share at least to belong together: one alone is chance, as all goals are about
one subject."""

RELATED_SHARE = 0.5
"""Share of the shorter wording's words: each part of a goal that was split takes at least half of its
words from it."""

COMMON_SHARE, COMMON_LEAST = 0.08, 4
"""Share of the wordings of an edition, and number of them, beyond which a word says nothing of the
subject of one: in a plan for the climate that is "Energie", in every plan "Umsetzung"."""

SAME_WORDING = 0.6
"""Share of all words of both from which on a wording is that of another element: more than related,
for here the question is whether an ID was lost."""

HARDLY_CHANGED = 0.8
"""The same for a paragraph that a reviewer took out and the draft has changed, or that is gone here and
new there: what shares less is another paragraph that happens to speak of the same."""

ESTRANGED = 3
"""Words from which on two wordings that share none speak of something else; shorter ones may say the
same in other words."""

# Words of two paragraphs of one strategy

DOUBLED = 0.8
"""Share of different words from which on a paragraph is another one copied and touched up. The most
alike that were written apart share 0.42."""

TELLING_PARAGRAPH = 10
"""Words from which on a paragraph is one that nobody writes twice by chance."""

SAME_STATEMENT = 0.6
"""Share of the words of the longer of two sentences from which on both state the same; their nouns
are the same then."""

SAME_TOTAL = 0.05
"""Share by which two totals may differ and still be meant for one: one that was renewed changes little."""

# Words of two blocks of a redline

TEXT_STAYS = 0.5
"""Share of words from which on a paragraph, list entry or row is the old one changed: with fewer the
marks would outweigh what stays, and old and new are shown one after the other."""

BLOCK_STAYS = 0.3
"""The same for a list, table or caption: its entries are paired once more by themselves, and what
has no partner is marked as a whole."""

PART_OF = 0.5
"""Share of the shorter one's words, in order, from which on one paragraph may be a part of another that
was split, or joined of several; whether it is, the words of all together say (TEXT_STAYS)."""

SHORTEST_PART = 3
"""Words that such a part shares at least: fewer stand in any paragraph."""

MOVED_TEXT = 0.6
"""Share of words from which on a paragraph that is gone here is the one that came elsewhere: more than
for one that stays, for its place tells nothing."""

# Words of a paragraph in its file and of what is wanted in its place

SAME_PARAGRAPH = 0.4
"""Share of words from which on a paragraph of a file is the wanted one, rewritten, and keeps its line
breaks and signs where the words are the same: below that there is little left to keep."""

# Words of a printed paragraph and of what came back in its place

REWRITTEN = 0.35
"""Share of all words of both from which on a returned paragraph is a printed one rewritten, between
two that are the same: there only few can be meant, and what shares less is told as gone and new."""

NAMED = 0.5
"""What a bookmark adds to that share: it alone is enough, as a program set it."""

SAME_ROW = 0.4
"""The same for a wording in the row of its ID: enough alone, but a bookmark tells more."""

SAME_PLACE = 0.15
"""The same for the same place among as many: it decides only between pairs that are alike."""

# Lines of a layout

FULL_LINE = 0.85
"""Share of the signs of a full line from which on the layout may have broken a name there: German words
are rarely longer than the rest."""
