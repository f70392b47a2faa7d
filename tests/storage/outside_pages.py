"""What may be asked without being known, and what that may cost: see tests/storage/pages.py."""

OUTSIDE = """\
stranger   1  2 /regios/foodvalley/agenda
stranger   1  2 /regios/foodvalley/agenda.ics
stranger   1  2 /regios/foodvalley/agenda.atom
stranger   1  2 /inbed/agenda/foodvalley
stranger   2  2 /api/v1/werelden
stranger   2  2 /api/v1/regios
stranger   2  2 /api/v1/opleidingen?regio=foodvalley
stranger   2  2 /api/v1/opleidingen?formaat=csv&niveau=mbo-3
stranger   2  2 /api/v1/instellingen
stranger   2  2 /api/v1/bedrijven
stranger   2  2 /api/v1/evenementen
stranger   2  3 /api/v1/agenda
stranger   1  1 /api/v1/keuzemomenten
stranger   1  1 /api/v1/bronnen
stranger   2  2 /api/v1/openapi.json
"""
