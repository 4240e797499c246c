"""A strategy of an invented county as its text comes out of a PDF."""

RULE = " " * 60

TEXT = f"""\
 1. Vorwort

Liebe Bürgerinnen und Bürger,

der Landkreis Birkenau will, dass alle Menschen gut leben können. Dafür hat der Kreistag eine
Strategie beschlossen. Sie umfasst drei Leitziele und sechs Maßnahmen, und sie geht weit über das
hinaus, was ein Landkreis tun muss. Wer mitwirken will, ist willkommen; die Lern- und Lebens-
orte im Landkreis Birkenau stehen dafür offen. Rund 1.250 Personen haben 2025 mitgewirkt.1 Der Kreistag
dankt ihnen, und der Landkreis Birkenau wird ihre Vorschläge in den nächsten Jahren Stück für

{RULE}
1 Statistisches Amt Birkenau (Hrsg.) (2025), S. 12
 Stück umsetzen. Der Kreistag wird jedes Jahr darüber beraten, und der Kreistag lädt dazu ein.

2. Ziele des Landkreises

Was folgt, ist nach Feldern geordnet. In jedem stehen Leitziele und Maßnahmen.

2.1 Wohnen und Leben

Leitziel Alle Menschen im Landkreis wohnen in Häusern, die zu ihnen passen und die sie sich
leisten können.

Wohnungen fehlen vor allem in den Städten.

Maßnahme Der Landkreis baut eine Bera-
tungsstelle auf.

Maßnahme
Die Wohnungs-
börse wird fortgeführt und um die Ilm-
Region erweitert.

Zuständigkeit
Bauamt
Gleichstellungs-, Ausländer- und
Behindertenbeauftragte
Städte und Gemeinden

Leitziel Niemand verliert seine Wohnung ohne Hilfe.

Maßnahme Wohnungslose erhalten Beratung an einem Ort.

Zuständigkeit Sozialamt Birkenau, Jobcenter


14

2.2 Lernen

Leitziel Kinder lernen, was sie können.

Lesen

Lesen ist der Anfang von allem.2

{RULE}
2 Ein Hinweis der Schulen, der keine Quelle nennt
 Maßnahme In jeder Schule gibt es eine Bücherei.

Zuständigkeit Schulen

Rechnen

Wer rechnen kann, wird seltener betrogen.

Sprechen

Sprechen lernt, wer gehört wird.

Maßnahme In jeder Kita wird vorgelesen.

Zuständigkeit Sozialamt

{RULE}
3 Ebenda

Maßnahme In jeder Schule wird gerechnet.

Zuständigkeit Schulen
 3. Empfehlungen an andere

3.1 Geld

Empfehlung: Das Land finanziert die Büchereien dauerhaft.

Zuständigkeit: Freistaat, Bund

Empfehlung: Der Bund zahlt mehr Wohngeld.

Zuständigkeit: Bund

4. Ausblick

Der Kreistag berät jedes Jahr. Von den sieben Maßnahmen sollen bis 2030 alle umgesetzt sein.
"""
