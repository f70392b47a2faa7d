"""Names that people use and the official list lacks, each with the place that is meant.

Own knowledge, as everybody near by would say it: names better known than the official one,
villages that the list lacks, Frisian names beside Dutch ones, well-known parts of large towns, and
two abbreviations. Where each lies comes from the list itself: a name whose place is not in it is
left out.
"""

from collections.abc import Iterator

_KNOWN = """
Den Haag, The Hague: 's-Gravenhage
Den Bosch: 's-Hertogenbosch
"""

_VILLAGES = """
Katwijk aan Zee: Katwijk (Zuid-Holland)
Noordwijk aan Zee: Noordwijk (Zuid-Holland)
Egmond aan Zee, Egmond aan den Hoef, Egmond: Bergen (Noord-Holland)
Sint Jacobiparochie: Waadhoeke
Opheusden: Neder-Betuwe
Ravenstein: Oss
Ubbergen: Berg en Dal
Maarsbergen: Utrechtse Heuvelrug
Ritthem: Vlissingen
Sluiskil: Terneuzen
's-Heer Arendskerke: Goes
Eygelshoven: Kerkrade
Europoort, Botlek: Rotterdam
"""

_FRISIAN = """
Ljouwert: Leeuwarden
Snits: Sneek
Boalsert: Bolsward
Harns: Harlingen
Frjentsjer: Franeker
Drylts: IJlst
Hylpen: Hindeloopen
Starum: Stavoren
Warkum: Workum
Sleat: Sloten
It Hearrenfean: Heerenveen
De Jouwer: Joure
De Lemmer: Lemmer
De Gordyk: Gorredijk
Wolvegea: Wolvega
Bûtenpost: Buitenpost
Surhústerfean: Surhuisterveen
Easterwâlde: Oosterwolde (Fryslân)
Wytmarsum: Witmarsum
Wâldsein: Woudsend
Nijlân: Nijland
Langwar: Langweer
De Rottefalle: Rottevalle
Bakkefean: Bakkeveen
Wurdum: Wirdum (Fryslân)
"""

_DUTCH = """
Damwoude: Damwâld
Veenwouden: Feanwâlden
Wouterswoude: Wâlterswâld
Broeksterwoude: Broeksterwâld
Zwaagwesteinde: De Westereen
Kollumerzwaag: Kollumersweach
Oudwoude: Aldwâld
Eernewoude: Earnewâld
Suawoude: Suwâld
Suameer: Sumar
Oostermeer: Eastermar
Bergum: Burgum
Noordbergum: Noardburgum
Hardegarijp: Hurdegaryp
Tietjerk: Tytsjerk
Giekerk: Gytsjerk
Oenkerk: Oentsjerk
Oudkerk: Aldtsjerk
Roodkerk: Readtsjerk
Rijperkerk: Ryptsjerk
Molenend: Mûnein
Grouw: Grou
Warga: Wergea
Wartena: Warten
Irnsum: Jirnsum
Oldeboorn: Aldeboarn
Terhorne: Terherne
Nieuw-Beets: Nij Beets
De Knijpe: De Knipe
Menaldum: Menaam
Marssum: Marsum
Beetgum: Bitgum
Rauwerd: Raerd
Bozum: Boazum
Ferwerd: Ferwert
Holwerd: Holwert
Birdaard: Burdaard
Anjum: Eanjum
Metslawier: Mitselwier
Cornjum: Koarnjum
Jorwerd: Jorwert
De Friese Meren: De Fryske Marren
Tietjerksteradeel: Tytsjerksteradiel
Noordoost-Friesland: Noardeast-Fryslân
Zuidwest-Friesland: Súdwest-Fryslân
Dantumadeel: Dantumadiel
"""

_PARTS = """
IJburg, Bijlmer, De Bijlmer, Bijlmermeer, Gaasperdam, Osdorp, Slotervaart, Geuzenveld: Amsterdam
Bos en Lommer, De Baarsjes, De Pijp, Jordaan, Watergraafsmeer, Buitenveldert: Amsterdam
Hoogvliet, Pernis, Overschie, Kralingen, Crooswijk, Delfshaven, Charlois, Feijenoord: Rotterdam
Hillegersberg, IJsselmonde, Katendrecht, Nesselande, Prins Alexander: Rotterdam
Scheveningen, Loosduinen, Kijkduin, Laak, Laakkwartier, Moerwijk, Mariahoeve: 's-Gravenhage
Segbroek, Escamp, Ypenburg, Leidschenveen, Bezuidenhout, Wateringse Veld: 's-Gravenhage
Leidsche Rijn, Overvecht, Kanaleneiland, Zuilen, Lunetten, Hoograven, Lombok: Utrecht
Woensel, Strijp, Stratum, Tongelre, Meerhoven: Eindhoven
Schalkwijk: Haarlem
Paddepoel, Beijum, Lewenborg: Groningen
Reeshof: Tilburg
Haagse Beemden: Breda
Vathorst: Amersfoort
Stadshagen: Zwolle
Dukenburg, Lindenholt: Nijmegen
Presikhaaf, Schuytgraaf: Arnhem
Dubbeldam: Dordrecht
"""

# Only typed, never shown as a name of their own.
ABBREVIATIONS = {"A'dam": "Amsterdam", "R'dam": "Rotterdam"}


def daily_names() -> Iterator[tuple[str, str]]:
    """Each daily name with the name of the place that is meant."""
    for line in filter(None, (_KNOWN + _VILLAGES + _FRISIAN + _DUTCH + _PARTS).splitlines()):
        names, meant = line.split(": ")
        for name in names.split(", "):
            yield name, meant
