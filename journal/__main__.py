"""Run `python3 -m journal`: from a checkout in its own environment, which it makes.

Everything up to the version check must also parse on a Python that is too old.
"""

import sys

_OLDEST = (3, 11)


def main():  # type: () -> int
    if sys.version_info < _OLDEST:
        found = "{}.{}".format(*sys.version_info[:2])
        sys.stderr.write(
            "Lamplight needs Python 3.11 or newer; this is Python " + found + ". "
            "Install a newer Python, then run it as `python3.11 -m journal`.\n"
        )
        return 1
    from journal import bootstrap

    if bootstrap.CHECKOUT is not None:
        return bootstrap.run(bootstrap.CHECKOUT, sys.argv[1:])
    from journal import cli

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
