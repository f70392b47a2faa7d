"""The start of a server: the app is made once, before workers part from its process."""

import gc


def prepare() -> None:
    """Make the app, so that workers start at once and share it. Raises what `create_app` raises.

    Nothing is thrown away meanwhile, and looking for what is takes a fifth of the time: the
    collector waits until the app is there.
    """
    gc.disable()
    try:
        from quiz.server.gateway import make_app  # noqa: PLC0415

        make_app()
    finally:
        gc.enable()
