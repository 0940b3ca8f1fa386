"""Which of PuLID's modules follows which block of FLUX.1."""

# PuLID adds the identity after every second double block and every fourth single block, each time by its next module.
DOUBLE_EVERY = 2
SINGLE_EVERY = 4
DOUBLE_BLOCKS = 19
SINGLE_BLOCKS = 38


def plan_blocks(double_blocks, single_blocks):
    """[(kind, block, module)]: which module follows which block of FLUX.1; blocks that a trial model lacks are left out."""
    doubles = [("double_block", block) for block in range(0, DOUBLE_BLOCKS, DOUBLE_EVERY)]
    singles = [("single_block", block) for block in range(0, SINGLE_BLOCKS, SINGLE_EVERY)]
    there = {"double_block": double_blocks, "single_block": single_blocks}
    return [
        (kind, block, module)
        for module, (kind, block) in enumerate(doubles + singles)
        if block < there[kind]
    ]
