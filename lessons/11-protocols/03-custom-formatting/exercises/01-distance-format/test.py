"""Checks for distance-format."""
import lab


def shown(meters, spec, expected, reply=None):
    outcome = lab.calls(format, lab.load().Distance(meters), spec)
    lab.true(outcome.error is None, f"format(Distance({meters}), {spec!r}) raised {outcome.error!r}.", reply=reply)
    lab.equal(outcome.value, expected, call=f"format(Distance({meters}), {spec!r})", reply=reply)


@lab.check("without a specifier it is the text")
def empty():
    shown(1500, "", "1500 m", reply="empty_spec")
    lab.equal(str(lab.load().Distance(7)), "7 m", call="str(Distance(7))")


@lab.check("kilometers and miles")
def units():
    value = lab.calls(format, lab.load().Distance(1500), ".2fkm").value
    kilometers = isinstance(value, str) and value.endswith(" km")
    shown(1500, ".2fkm", "1.50 km", reply="spec_dropped" if kilometers else "meters_of_km")
    shown(250, "km", "0.25 km")
    shown(1609.344, ".1fmi", "1.0 mi")
    shown(8046.72, "mi", "5.0 mi")


@lab.check("what stands before the unit is for the number")
def number_specs():
    divided = lab.calls(format, lab.load().Distance(1500), ",m").value == "1,500.0 m"
    shown(1500, ",m", "1,500 m", reply="becomes_float" if divided else "spec_dropped")
    shown(1500, ".1fm", "1500.0 m", reply="spec_dropped")
    shown(1234567, ",.1fkm", "1,234.6 km", reply="spec_dropped")
    shown(1500, "m", "1500 m")
    shown(1500.5, ".1fm", "1500.5 m")
    shown(5, "03m", "005 m", reply="spec_dropped")


@lab.check("any other specifier is for the text")
def alignment():
    shown(1500, ">10", "    1500 m", reply="no_alignment")
    shown(5, "*^7", "**5 m**", reply="no_alignment")
    lab.equal(f"{lab.load().Distance(5):<{6}}|", "5 m   |", call="f'{Distance(5):<{6}}|'", reply="no_alignment")


@lab.check("a specifier that means nothing is a ValueError")
def unknown():
    Distance = lab.load().Distance
    for spec in ("q", ".2f", "zzkm", ">>>mi"):
        lab.raises(ValueError, format, Distance(5), spec, call=f"format(Distance(5), {spec!r})",
                   reply="ignores_unknown")
