import unittest

from foxetales_pulid.plan_blocks import plan_blocks


class PlanBlocks(unittest.TestCase):
    def test_twenty_modules_follow_every_second_double_and_every_fourth_single_block(self):
        plan = plan_blocks(19, 38)
        self.assertEqual(plan[0], ("double_block", 0, 0))
        self.assertEqual(plan[9], ("double_block", 18, 9))
        self.assertEqual(plan[10], ("single_block", 0, 10))
        self.assertEqual(plan[-1], ("single_block", 36, 19))
        self.assertEqual(len(plan), 20)

    def test_a_small_trial_model_uses_the_modules_of_the_blocks_it_has(self):
        self.assertEqual(plan_blocks(1, 1), [("double_block", 0, 0), ("single_block", 0, 10)])


if __name__ == "__main__":
    unittest.main()
