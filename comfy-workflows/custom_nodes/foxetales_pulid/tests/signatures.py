"""Prints the nodes' signatures as JSON, as far as /object_info tells them. Run with `python3 -m foxetales_pulid.tests.signatures`."""

import json
import sys
import types


def signatures(pulid_files):
    """`pulid_files`: what the folder models/pulid is said to hold."""
    folders = types.ModuleType("folder_paths")
    folders.folder_names_and_paths = {"pulid": []}
    folders.get_filename_list = lambda _folder: pulid_files
    sys.modules.setdefault("folder_paths", folders)

    from foxetales_pulid import NODE_CLASS_MAPPINGS, NODE_DISPLAY_NAME_MAPPINGS

    return {
        name: {
            "input": node.INPUT_TYPES(),
            "output": node.RETURN_TYPES,
            "output_name": node.RETURN_NAMES,
            "output_node": getattr(node, "OUTPUT_NODE", False),
            "category": node.CATEGORY,
            "display_name": NODE_DISPLAY_NAME_MAPPINGS[name],
        }
        for name, node in NODE_CLASS_MAPPINGS.items()
    }


if __name__ == "__main__":
    print(json.dumps(signatures(sys.argv[1:])))
