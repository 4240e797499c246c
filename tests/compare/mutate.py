"""A strategy and a seed to a random Fortschreibung of it, made on plain data.

Shares no code with ``generator.compare``: it edits the dumped records and lets the
models read them again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from generator.model.strategy import Strategy

Data = dict[str, Any]
Goals = list[Data]

SENTENCES = (
    "Die Angebote der Ganztagsschulen werden bis zum Ende des Schuljahres bedarfsgerecht erweitert.",
    "Familien im Ilm-Kreis finden eine Anlaufstelle, die sie zu (re-)integrierenden Hilfen berät.",
    "Das Netzwerk „Frühe Hilfen“ tagt mindestens zweimal im Jahr und berichtet dem Ausschuss.",
    "Ältere Menschen erhalten z. B. über den Seniorenwegweiser Auskunft zur Grundsicherung.",
    "Der Zugang zu Sprach- und Integrationskursen ist wohnortnah gewährleistet.",
    "Rund 33,3 % der Beschäftigten – etwa 13.964 Personen – arbeiten in atypischen Verhältnissen.",
    "Die Mittel nach dem SGB II werden mit den Mitteln des Landes abgestimmt.",
)
NOTED = (
    "Das Bündnis^[Es tagt *öffentlich*, siehe [[HF1]] und [@bmas2017, S. 3] im Anhang.] hat 12 Mitglieder.",
    "Die Mittel reichen nicht aus.^[Stand: Mai 2026.]",
)
"""Sentences that only prose can hold."""
WORDS = (
    "Sozialplanung", "Ilm-Kreis", "bedarfsgerecht", "Jobcenter", "frühzeitig", "und/oder",
    "Schulsozialarbeit", "17,2 %", "Kinder- und Jugendhilfe", "nachhaltig", "„Bürgerbüro“",
)  # fmt: skip


def fortschreibung(strategy: Strategy, seed: int, steps: int = 8) -> Strategy:
    """The strategy after ``steps`` random changes; the same seed gives the same result.

    Every ID stays unique and every goal keeps a level; references may point to what is gone.
    """
    edit = _Edit(strategy.model_dump(), Random(seed))
    edit.edition(seed)
    for _ in range(steps):
        edit.step()
    edit.place_outside()
    return Strategy.model_validate(edit.data)


class _Edit:
    def __init__(self, data: Data, random: Random) -> None:
        self.data = _lists(data)
        self.random = random
        self.fresh = 0

    def step(self) -> None:
        steps: tuple[Callable[[], None], ...] = (
            self.add_goal, self.add_goal, self.remove_goal, self.move_goal, self.reorder_goals,
            self.reword_goal, self.reword_goal, self.change_level, self.bodies, self.grouping,
            self.titles,
            self.links, self.review, self.text, self.text, self.fields, self.recommendation,
            self.topics, self.chapters, self.register, self.actor, self.figure, self.source,
            self.illustration, self.head, self.outside,
        )  # fmt: skip
        self.random.choice(steps)()

    # goals

    def holders(self) -> list[Goals]:
        """Every list of goals, empty ones included."""
        found = [self.data["ziele"]["uebergreifend"]["kinder"]]
        found += [feld["kinder"] for feld in self.data["ziele"]["handlungsfelder"]]
        return found + [goal["kinder"] for goal in self.goals()]

    def goals(self) -> list[Data]:
        tops = [self.data["ziele"]["uebergreifend"], *self.data["ziele"]["handlungsfelder"]]
        return [goal for top in tops for goal in _below(top)]

    def add_goal(self) -> None:
        holder = self.random.choice(self.holders())
        new = {
            "id": self.id("N"),
            "stufe": holder[0]["stufe"] if holder else self.stufe(),
            "text": self.random.choice(SENTENCES),
            "zustaendig": self.some_bodies(),
            "kinder": [],
        }
        holder.insert(self.random.randint(0, len(holder)), new)
        if self.random.random() < 0.5:
            holder.append({**new, "id": self.id("N"), "text": self.random.choice(SENTENCES)})
            new["kinder"] = [{**new, "id": self.id("N"), "kinder": []}]
        if self.random.random() < 0.4:
            self.data["texte"].append({"id": new["id"], "inhalt": self.prose()})

    def remove_goal(self) -> None:
        holder = self.random.choice([h for h in self.holders() if h] or [[]])
        if not holder:
            return
        gone = holder.pop(self.random.randrange(len(holder)))
        if self.random.random() < 0.3:  # what hung below it is kept, higher up
            holder += gone["kinder"]
        elif self.random.random() < 0.7:
            ids = {gone["id"], *(goal["id"] for goal in _below(gone))}
            self.data["texte"] = [t for t in self.data["texte"] if t["id"] not in ids]

    def move_goal(self) -> None:
        holder = self.random.choice([h for h in self.holders() if h] or [[]])
        if not holder:
            return
        goal = holder.pop(self.random.randrange(len(holder)))
        target = self.random.choice(self.holders())
        target.insert(self.random.randint(0, len(target)), goal)

    def reorder_goals(self) -> None:
        holder = self.random.choice([h for h in self.holders() if len(h) > 1] or [[]])
        self.shuffle(holder)

    def reword_goal(self) -> None:
        for goal in self.some(self.goals()):
            goal["text"] = self.reworded(goal["text"])

    def change_level(self) -> None:
        for goal in self.some(self.goals()):
            goal["stufe"] = self.stufe()

    def bodies(self) -> None:
        for goal in self.some(self.goals()):
            goal["zustaendig"] = self.changed_bodies(goal["zustaendig"])

    def grouping(self) -> None:
        for goal in self.some(self.goals()):
            goal["gruppe"] = self.random.choice([None, "Mobilität im ländlichen Raum", "Inklusion"])
            goal["kuerzel"] = self.random.choice([None, "GE-8"])

    def titles(self) -> None:
        for goal in self.some([*self.goals(), *self.recommendations()]):
            goal["titel"] = self.random.choice([None, "Sozialticket", "Schule und Beruf"])

    def links(self) -> None:
        for goal in self.some(self.goals()):
            ids = [other["id"] for other in self.some(self.goals())]
            goal[self.random.choice(["flankiert_von", "bezug", "ersetzt"])] = ids
            if len(ids) == 2:
                goal["verweise_auf"] = [{"plan": "lsz", "ziel": identity} for identity in ids]

    def review(self) -> None:
        for goal in self.some([*self.goals(), *self.recommendations()]):
            goal["pruefen"] = self.random.choice([None, "Die genannte Frist ist 2019 abgelaufen."])

    # the rest of the document

    def text(self) -> None:
        texts = self.data["texte"]
        for text in self.some(texts):
            match self.random.randrange(4):
                case 0:
                    texts.remove(text)
                case 1:
                    text["wortlaut"] = self.random.choice(["amtlich", "nacherzaehlt", "eigener"])
                case _:
                    text["inhalt"] = self.reworded(text["inhalt"])
        for goal in self.some(self.goals()):
            if not any(
                t["id"] == goal["id"] and t["stelle"] == "nach" for t in map(_stelle, texts)
            ):
                texts.append({"id": goal["id"], "stelle": "nach", "inhalt": self.prose()})

    def fields(self) -> None:
        felder = self.data["ziele"]["handlungsfelder"]
        match self.random.randrange(4):
            case 0:
                self.shuffle(felder)
            case 1:
                felder.insert(
                    self.random.randint(0, len(felder)),
                    {"id": self.id("HFN"), "titel": "Wohnen und Nachbarschaft", "kinder": []},
                )
            case 2 if felder:
                felder.pop(self.random.randrange(len(felder)))
            case _:
                for feld in self.some(felder):
                    feld["titel"] = self.reworded(feld["titel"])

    def outside(self) -> None:
        """The goals outside every Handlungsfeld change the end of the file at which they stand."""
        outside = self.data["ziele"]["uebergreifend"]
        outside["am_ende"] = not outside["am_ende"]

    def place_outside(self) -> None:
        """What stands alone stands at no end."""
        outside, fields = (self.data["ziele"][key] for key in ("uebergreifend", "handlungsfelder"))
        outside["am_ende"] = bool(outside["am_ende"] and outside["kinder"] and fields)

    def recommendations(self) -> list[Data]:
        return [entry for topic in self.data["themen"] for entry in topic["empfehlungen"]]

    def recommendation(self) -> None:
        topics = self.data["themen"]
        if len(topics) < 2:
            return
        source, target = self.random.sample(topics, 2)
        if source["empfehlungen"] and self.random.random() < 0.5:
            target["empfehlungen"].append(source["empfehlungen"].pop(0))
        target["empfehlungen"].insert(
            0, {"id": self.id("EMN"), "text": self.random.choice(SENTENCES), "adressaten": []}
        )
        for entry in self.some(self.recommendations()):
            entry["adressaten"] = self.changed_bodies(entry["adressaten"])
            entry["text"] = self.reworded(entry["text"])

    def topics(self) -> None:
        topics = self.data["themen"]
        self.shuffle(topics)
        if topics and self.random.random() < 0.3:
            topics.pop()

    def chapters(self) -> None:
        chapters = self.data["kopf"]["kapitel"]
        self.shuffle(chapters)
        chapters.insert(0, {"id": self.id("kapitel"), "titel": "Rückblick auf die Umsetzung"})
        self.data["texte"].append({"id": chapters[0]["id"], "inhalt": self.prose()})
        for chapter in self.some(chapters):
            chapter["nummeriert"] = self.random.random() < 0.5
        if self.random.random() < 0.3:
            chapters.pop()

    def register(self) -> None:
        name = self.random.choice(["akteure", "kennzahlen", "quellen", "plaene", "abbildungen"])
        entries = self.data[name]
        if self.random.random() < 0.5:
            self.shuffle(entries)
        elif entries:
            gone = entries.pop(self.random.randrange(len(entries)))
            entries.insert(0, {**gone, "id": self.id("neu")})

    def actor(self) -> None:
        for actor in self.some(self.data["akteure"]):
            actor["frueher"] = [*actor["frueher"], {"name": actor["name"], "bis": 2025}]
            actor["name"] = self.reworded(actor["name"])
            actor["art"] = self.random.choice(["intern", "extern", "land"])
        bodies = [actor["id"] for actor in self.data["akteure"]]
        for actor in self.some(self.data["akteure"]):
            actor["nachfolger"] = self.random.sample(
                bodies, min(len(bodies), self.random.randrange(3))
            )
            actor["bis"] = self.random.choice([None, 2026])

    def figure(self) -> None:
        for entry in self.some(self.data["kennzahlen"]):
            entry["wert"] = self.random.choice(["870", "13,2", "1.050"])
            entry["stichtag"] = self.random.choice([None, "2025", "2016"])

    def source(self) -> None:
        for entry in self.some([*self.data["quellen"], *self.data["plaene"]]):
            entry["titel"] = self.random.choice(["Lebenslagen in Deutschland", "Nahverkehrsplan"])

    def illustration(self) -> None:
        for entry in self.some(self.data["abbildungen"]):
            entry["stationen"] = [*entry["stationen"], {"titel": "Auswertung", "text": None}]

    def head(self) -> None:
        kopf = self.data["kopf"]
        match self.random.randrange(5):
            case 4:
                kopf["nummerierung"] = self.random.choice([None, "laufend", "laufend-je-feld"])
            case 0:
                kopf["titel"] = self.reworded(kopf["titel"])
            case 1:
                kopf["hinweise"] = [*kopf["hinweise"], self.random.choice(SENTENCES)]
            case 2:
                self.rename_level()
            case _:
                for entry in kopf["bezugsrahmen"]:
                    entry["ziele"] = [*entry["ziele"], "nachhaltige Städte und Gemeinden"]

    def rename_level(self) -> None:
        """A level gets another key and name; its goals stay where they are."""
        stufe = self.random.choice(self.data["kopf"]["stufen"])
        old, new = stufe["schluessel"], self.id("stufe").lower()
        stufe.update(schluessel=new, name="Wirkungsziel", mehrzahl="Wirkungsziele")
        for goal in self.goals():
            if goal["stufe"] == old:
                goal["stufe"] = new

    def edition(self, seed: int) -> None:
        self.data["kopf"]["fassung"].update(
            kennung=f"entwurf-{seed}", bezeichnung="Fortschreibung", status="entwurf"
        )

    # choices

    def id(self, prefix: str) -> str:
        self.fresh += 1
        return f"{prefix}{self.fresh}x{self.random.randrange(10**9)}"

    def stufe(self) -> str:
        return str(self.random.choice(self.data["kopf"]["stufen"])["schluessel"])

    def some(self, entries: list[Data]) -> list[Data]:
        return self.random.sample(entries, min(len(entries), self.random.randint(1, 3)))

    def shuffle(self, entries: list[Data]) -> None:
        if len(entries) > 1 and self.random.random() < 0.7:  # one entry changes its place
            entry = entries.pop(self.random.randrange(len(entries)))
            entries.insert(self.random.randint(0, len(entries)), entry)
        else:
            self.random.shuffle(entries)

    def some_bodies(self) -> list[Data]:
        return [{"akteur": actor["id"]} for actor in self.some(self.data["akteure"])]

    def changed_bodies(self, bodies: list[Data]) -> list[Data]:
        match self.random.randrange(4):
            case 0:
                return self.some_bodies()
            case 1:
                return [*bodies, *self.some_bodies()]
            case 2:
                return [{**body, "wortlaut": "Jobcenter (Arnstadt)"} for body in bodies]
            case _:
                return [{**body, "rolle": "mitwirkung"} for body in reversed(bodies)]

    def prose(self) -> str:
        return "\n\n".join(self.random.sample((*SENTENCES, *NOTED), self.random.randint(1, 4)))

    def reworded(self, text: str) -> str:
        words = text.split(" ")
        for _ in range(self.random.randint(1, 4)):
            at = self.random.randrange(len(words))
            match self.random.randrange(3):
                case 0:
                    words.insert(at, self.random.choice(WORDS))
                case 1 if len(words) > 2:
                    del words[at]
                case _:
                    words[at] = self.random.choice(WORDS)
        return " ".join(words)


def _below(holder: Data) -> Iterator[Data]:
    for goal in holder["kinder"]:
        yield goal
        yield from _below(goal)


def _stelle(text: Data) -> Data:
    return {"stelle": "vor", **text}


def _lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lists(entry) for key, entry in value.items()}
    return [_lists(entry) for entry in value] if isinstance(value, list | tuple) else value
