# One of the programs whose recording is compared: copy.
import copy

inner = [1]
outer = [inner, inner]
shallow = outer[:]
deep = copy.deepcopy(outer)
inner.append(2)
same = deep[0] is deep[1]
