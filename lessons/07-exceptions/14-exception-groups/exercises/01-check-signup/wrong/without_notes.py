# expect: no_note
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


def check_signup(form):
    """Raise all that is wrong with the form, as one group."""
    problems = []
    for field, check in CHECKS.items():
        try:
            check(form[field])
        except (ValueError, KeyError) as error:
            problems.append(error)
    if problems:
        raise ExceptionGroup("signup rejected", problems)
