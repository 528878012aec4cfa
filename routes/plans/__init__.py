"""Days planned for somebody out of the real places: what is asked (`wish`), who could be visited (`candidates`), when
they are open (`opening`), the problem for `routes.planner` with its lunch (`problem`, `lunch`), and the answer.
"""
