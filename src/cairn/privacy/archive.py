"""The file in which somebody takes everything along: `docs/account-export.md` says what stands in it. Pure."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from enum import Enum
from typing import IO, Any, Final, Self
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FORMAT: Final = "cairn.account"
VERSION: Final = 1

Row = Mapping[str, Any]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

_README = {
    "en": (
        "This is everything that Cairn keeps of you, as it was on {at}.\n\n"
        "`manifest.json` names every table, what it is and how many rows it has. `json/` holds each table exactly; "
        "`csv/` holds the same for a spreadsheet, where a cell that looks like a formula begins with an apostrophe.\n\n"
        "What opens your account (password, codes, keys) and what only serves to find things (vectors, indexes) is "
        "left out. To bring your memories into another Cairn, use the file that memory itself gives out.\n\n"
        "Keep this file where only you find it: nothing in it is encrypted.\n"
    ),
    "es": (
        "Esto es todo lo que Cairn guarda de ti, tal como estaba el {at}.\n\n"
        "`manifest.json` nombra cada tabla, qué es y cuántas filas tiene. `json/` contiene cada tabla tal cual; "
        "`csv/` contiene lo mismo para una hoja de cálculo, donde una celda que parece una fórmula empieza con un "
        "apóstrofo.\n\n"
        "Lo que abre tu cuenta (contraseña, códigos, llaves) y lo que solo sirve para buscar (vectores, índices) no "
        "está. Para llevar tus recuerdos a otro Cairn, usa el archivo que da la propia memoria.\n\n"
        "Guarda este archivo donde solo tú lo encuentres: nada en él está cifrado.\n"
    ),
    "fr": (
        "Voici tout ce que Cairn garde de toi, tel que c'était le {at}.\n\n"
        "`manifest.json` nomme chaque table, dit ce que c'est et combien de lignes elle a. `json/` contient chaque "
        "table exactement ; `csv/` contient la même chose pour un tableur, où une cellule qui ressemble à une formule "
        "commence par une apostrophe.\n\n"
        "Ce qui ouvre ton compte (mot de passe, codes, clés) et ce qui ne sert qu'à chercher (vecteurs, index) n'y "
        "est pas. Pour emporter tes souvenirs dans un autre Cairn, utilise le fichier que donne la mémoire.\n\n"
        "Garde ce fichier là où toi seul le trouves : rien n'y est chiffré.\n"
    ),
    "pt": (
        "Isto é tudo o que o Cairn guarda de ti, tal como estava em {at}.\n\n"
        "`manifest.json` diz cada tabela, o que é e quantas linhas tem. `json/` contém cada tabela tal e qual; `csv/` "
        "contém o mesmo para uma folha de cálculo, onde uma célula que parece uma fórmula começa com um apóstrofo.\n\n"
        "O que abre a tua conta (palavra-passe, códigos, chaves) e o que só serve para procurar (vetores, índices) "
        "fica de fora. Para levar as tuas memórias para outro Cairn, usa o ficheiro que a própria memória dá.\n\n"
        "Guarda este ficheiro onde só tu o encontres: nada nele está cifrado.\n"
    ),
}


class Archive:
    """Written table by table into a file; complete once it was finished.

    Args:
        about: What each table is, where that is known.
    """

    def __init__(self, file: IO[bytes], at: datetime, about: Mapping[str, str]) -> None:
        self._zip = ZipFile(file, "w", ZIP_DEFLATED)
        self._at = at
        self._about = about
        self._tables: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    @property
    def rows(self) -> int:
        """How many were written."""
        return sum(table["rows"] for table in self._tables)

    @property
    def tables(self) -> int:
        return len(self._tables)

    def add(self, feature: str, tables: Mapping[str, Sequence[Row]]) -> None:
        """Write the tables of a feature."""
        for name, rows in tables.items():
            self._write(f"json/{name}.json", _as_json(rows))
            self._write(f"csv/{name}.csv", _as_csv(rows))
            self._tables.append(
                {
                    "name": name,
                    "feature": feature,
                    "rows": len(rows),
                    "json": f"json/{name}.json",
                    "csv": f"csv/{name}.csv",
                    "about": self._about.get(name, ""),
                }
            )

    def finish(self, user_id: UUID, locale: str) -> None:
        """Write what tells of the rest, and the end."""
        told = {
            "format": FORMAT,
            "version": VERSION,
            "exported_at": self._at.isoformat(),
            "user_id": str(user_id),
            "tables": self._tables,
        }
        self._write("manifest.json", [json.dumps(told, ensure_ascii=False, indent=1) + "\n"])
        self._write("README.md", ["# Cairn\n\n" + _README[locale].format(at=f"{self._at:%Y-%m-%d %H:%M} UTC")])
        self._zip.close()

    def _write(self, name: str, parts: Iterator[str] | Sequence[str]) -> None:
        info = ZipInfo(name, date_time=self._at.timetuple()[:6])
        info.compress_type = ZIP_DEFLATED
        with self._zip.open(info, "w") as entry:
            for part in parts:
                entry.write(part.encode())


def _as_json(rows: Sequence[Row]) -> Iterator[str]:
    """An array with a row on each line."""
    before = "[\n"
    for row in rows:
        yield before + json.dumps(row, ensure_ascii=False, default=_plain)
        before = ",\n"
    yield "\n]\n" if rows else "[]\n"


def _as_csv(rows: Sequence[Row]) -> Iterator[str]:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    if columns:
        yield _line(columns)
    for row in rows:
        yield _line([_cell(row.get(name)) for name in columns])


def _line(cells: Sequence[str]) -> str:
    told = io.StringIO()
    csv.writer(told).writerow(cells)
    return told.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=_plain).strip('"')
    return f"'{text}" if text.startswith(_FORMULA) else text


def _plain(value: Any) -> str:
    """What JSON has no form for. Bytes have none on purpose: they are hashes, seals and vectors, which stay."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, UUID | Enum):
        return str(value)
    raise TypeError(f"{type(value).__name__} can't be taken along")
