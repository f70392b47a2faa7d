"""Every page that can be opened, and what that may cost; by whom: tests/storage/openers.py."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.storage.outside_pages import OUTSIDE

# Who opens it, in how many transactions, at most so many statements, which page. A page is read in
# one transaction. Not in one: what asks nothing, what also leaves a line in the trail (a file of a
# class or a talk), and /healthz, which tries whether it could write.
COSTS = """
stranger   0  0 /
stranger   0  0 /start
stranger   1  3 /meedoen/{code}
stranger   0  0 /meedoen
stranger   0  0 /terug
stranger   0  0 /werelden
stranger   1  1 /werelden/{world}
stranger   0  0 /over
stranger   0  0 /privacy
stranger   0  0 /toegankelijkheid
stranger   0  0 /ouders.pdf
stranger   0  0 /inloggen
stranger   0  0 /inloggen/code
stranger   0  0 /inloggen/kies
stranger   1  3 /wachtwoord/{token}
stranger   3  6 /healthz
stranger   1  2 /werelden/{world}?plaats=Ede
busy       1  2 /
busy       1  6 /code
busy       1  3 /vragen
busy       1  6 /aanpassen
busy       1 11 /meedoen/{code}
busy       1  3 /volgende
busy       1  2 /wissen
busy       1  2 /terug
pupil      1 11 /resultaat
pupil      1  9 /resultaat?keer=1
pupil      1 11 /resultaat.pdf
pupil      1  4 /stappen.pdf
pupil      1 14 /delen
pupil      1  6 /delen/nu
pupil      1  7 /opnieuw
pupil      1  4 /vragen/inzoomen/{world}
pupil      1  6 /aanpassen
teacher    1  3 /
teacher    1  3 /start
teacher    1  5 /klassen
teacher    1  5 /klassen/nieuw
teacher    1  8 /klassen/{class_id}
teacher    1  9 /klassen/{class_id}/voortgang
teacher    1  8 /klassen/{class_id}/voortgang/nu
teacher    1  4 /klassen/{class_id}/scherm
teacher    1  4 /klassen/{class_id}/scherm/nu
teacher    1  7 /klassen/{class_id}/les
teacher    1  7 /klassen/{class_id}/sluiten
teacher    1 12 /klassen/{class_id}/beeld
teacher    1  6 /klassen/vergelijk?beeld={class_id}&beeld={other_id}
teacher    1  8 /klassen/{new_id}/beeld
teacher    1  7 /klassen/{class_id}/beeld/scherm
teacher    2  9 /klassen/{class_id}/beeld.pdf
teacher    2  9 /klassen/{class_id}/export.csv
teacher    2  9 /klassen/{class_id}/export.xlsx
teacher    2  9 /klassen/{class_id}/beeld.png
teacher    2  9 /klassen/{class_id}/beeld.svg
teacher    1  7 /klassen/{class_id}/wijzig
teacher    1  8 /klassen/{class_id}/samen
teacher    1  5 /klassen/{class_id}/plaatsen
teacher    1  7 /klassen/{class_id}/wissen
teacher    1  6 /klassen/{class_id}/terugzetten
teacher    1  8 /klassen/{new_id}/leeg
teacher    1  8 /klassen/{new_id}/ontkoppelen
teacher    1  7 /account
counsellor 1  8 /gesprekken
counsellor 1 14 /gesprekken/{share_id}
counsellor 2 15 /gesprekken/{share_id}.pdf
counsellor 2 11 /gesprekken/{share_id}/stappen.pdf
counsellor 1  4 /gesprekken/{share_id}/klaar
counsellor 1  4 /gesprekken/{asked_id}
counsellor 1  4 /gesprekken/{asked_id}/nu
counsellor 1  6 /school
counsellor 1  7 /school/klassen/{class_id}
coordinator 1 6 /regio
coordinator 1 6 /regio/agenda
coordinator 1 5 /regio/agenda/nieuw
coordinator 1 6 /regio/agenda/{item_id}
coordinator 1 6 /regio/aanbod
coordinator 1 5 /regio/aanbod/bedrijf.csv
coordinator 1 8 /regio/aanbod/bedrijf/moba
coordinator 1 5 /regio/nieuw/evenement
coordinator 1 6 /regio/wijzigingen
coordinator 1 7 /regio/nakijken
coordinator 1 5 /regio/import
coordinator 1 7 /regio/import/{draft_id}
coordinator 1 6 /regio/import/{draft_id}?kolommen=ja
coordinator 1 7 /regio/monitor
coordinator 1 6 /regio/monitor.csv
coordinator 1 6 /regio/gaten
coordinator 1 6 /regio/gaten.csv
coordinator 1 5 /regio/gaten/hitech-science/mbo
admin      1  8 /collegas
admin      1  3 /collegas/uitnodigen
admin      1  6 /collegas/klassen
admin      1  4 /collegas/logboek
admin      1  6 /collegas/plaats
admin      1  9 /collegas/klassen/{class_id}
admin      1 10 /collegas/{staff_id}/sluiten
admin      1  8 /collegas/{staff_id}
admin      1  5 /account/code
admin      1  3 /uitloggen
"""


@dataclass(frozen=True)
class Cost:
    """How a page may be read: in so many transactions, with at most so many statements."""

    who: str
    transactions: int
    statements: int
    page: str


def costs() -> Iterator[Cost]:
    """The table above."""
    for line in (COSTS + OUTSIDE).strip().splitlines():
        who, transactions, statements, page = line.split()
        yield Cost(who, int(transactions), int(statements), page)
