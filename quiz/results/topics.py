"""What the topics of a talk are called, for the pupil who picks one and the counsellor."""

from collections.abc import Callable, Mapping

from quiz.usecases.sharing.topics import Topic
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _


def topic_name(topic: Topic) -> str:
    """What a topic is called."""
    return _NAMES[topic]()


def topic_choices() -> tuple[Choice, ...]:
    """All topics, to pick from."""
    return tuple(Choice(each, topic_name(each)) for each in Topic)


_NAMES: Mapping[Topic, Callable[[], str]] = {
    Topic.RESULT: lambda: _("Mijn resultaat begrijpen"),
    Topic.SUBJECTS: lambda: _("Vakken of een profiel kiezen"),
    Topic.STUDY: lambda: _("Een opleiding kiezen"),
    Topic.WORK: lambda: _("Werk van dichtbij zien"),
    Topic.UNSURE: lambda: _("Ik weet het nog niet"),
}
