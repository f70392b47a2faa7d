"""Coordinators of regions, each in a browser of their own."""

from flask import Flask

from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from quiz.usecases.staff.people import NewAccount, make_staff, school_named
from tests.blueprints.classroom.school import sign_in
from tests.visitor import Visitor

FOODVALLEY, RIVIERENLAND = "foodvalley", "rivierenland"


def coordinator(services: Services, *regions: str, name: str = "regio") -> Staff:
    """A coordinator of these regions."""
    with services.database.writing() as session:
        network = school_named(session, "Techniekpact (verzonnen)").id
        new = NewAccount(f"{name}@pact.example", network, ("coordinator",), regions)
        return make_staff(session, new, "unused", services.clock())


def at_work(app: Flask, services: Services, *regions: str, name: str = "regio") -> Visitor:
    """The browser of a coordinator of these regions, signed in."""
    return sign_in(app, coordinator(services, *regions, name=name), services.clock())
