"""For scripts run by the system's Python (it has ``uno``): a LibreOffice that waits at a pipe."""

import time
from contextlib import contextmanager, suppress

import uno
from com.sun.star.beans import PropertyValue


@contextmanager
def office(pipe):
    """What makes its services, and its desktop, which ends with the block."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    context = _connected(resolver, pipe)

    def make(service):
        return context.ServiceManager.createInstanceWithContext(service, context)

    desktop = make("com.sun.star.frame.Desktop")
    yield make, desktop
    with suppress(Exception):  # it answers no more once it has ended
        desktop.terminate()


def _connected(resolver, pipe):
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


@contextmanager
def opened(desktop, path):
    """The document in a file, without a window."""
    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (hidden,))
    try:
        yield document
    finally:
        document.close(True)
