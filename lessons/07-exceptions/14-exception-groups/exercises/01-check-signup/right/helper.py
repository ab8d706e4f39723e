"""Checks the sign-up form of a shop."""


def check_name(text):
    if not text.strip():
        raise ValueError("must not be empty")


def check_age(text):
    if int(text) < 18:
        raise ValueError("must be 18 or more")


def check_email(text):
    if "@" not in text:
        raise ValueError("has no @")


CHECKS = {"name": check_name, "age": check_age, "email": check_email}


def problem_with(form, field):
    try:
        CHECKS[field](form[field])
    except (ValueError, KeyError) as error:
        error.add_note(f"field: {field}")
        return error
    return None


def check_signup(form):
    """Raise all that is wrong with the form, as one group."""
    found = [problem_with(form, field) for field in CHECKS]
    problems = [problem for problem in found if problem is not None]
    if not problems:
        return
    raise ExceptionGroup("signup rejected", problems)
