import sys

import toolbox

sys.exit(toolbox.run("commands", sys.argv[1:]))
