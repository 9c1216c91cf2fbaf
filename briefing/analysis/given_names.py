"""Given names that nearly only women or nearly only men bear, among those that stand in the news.

Names of both (Leslie, Jordan, Andrea, Jean, Sasha) are left out: they say nothing.
"""

from functools import cache

_WOMEN = """
Ada Agnes Aisha Alexis Alice Amanda Amber Amy Ana Angela Ann Anna Anne Ashley Astrid Barbara Betty
Beverly Birgit Brenda Brittany Carmen Carol Caroline Carolyn Catherine Charlotte Cheryl Chiara
Christina Christine Claire Clara Condoleezza Cynthia Danielle Deborah Debra Denise Diana Diane
Dianne Donna Doris Edith Eleanor Elena Elizabeth Ellen Emily Emma Erica Erin Eva Evelyn Fatima
Frances Francesca Giulia Gloria Grace Hannah Heather Heidi Helen Hillary Ida Indira Ingrid Irene
Irina Isabella Isabelle Ivanka Jacinda Jacqueline Janet Janice Janine Jennifer Jessica Jill Joan
Joanna Joanne Joyce Judith Judy Julia Julie Kamala Karen Katarina Katherine Kathleen Kathryn Kayla
Kellyanne Kirsten Laura Lauren Leila Linda Lisa Loretta Lori Lucia Lynne Madeleine Madison Margaret
Maria Marie Marilyn Marjorie Martha Mary Megan Meghan Melania Melissa Michelle Monica Monique Nadia
Nancy Natalia Natalie Nathalie Nicole Nikki Nora Olga Olivia Pamela Patricia Peggy Petra Phyllis
Pilar Priya Rachel Rebecca Rosa Ruth Sabine Sally Samantha Sandra Sara Sarah Sharon Sheila Shirley
Sonia Sophia Stephanie Susan Susana Susanna Sushma Suzanne Svetlana Sylvie Tammy Tatyana Teresa
Theresa Tulsi Ursula Valerie Vanessa Vera Victoria Virginia Wendy Yulia
"""
_MEN = """
Aaron Abdul Adam Ahmed Alan Albert Alexander Alexei Ali Andrew Anthony Antonin Arthur Austin Barack
Bashar Ben Benjamin Bernie Bill Bob Bobby Boris Brandon Brett Brian Bryan Carl Carlos Charles
Christian Christopher Chuck Clarence Dan Daniel Dave David Dennis Dieter Dmitry Donald Douglas
Duncan Dylan Edward Ehud Elijah Emmanuel Eric Ethan Eugene Felix Fernando Francisco Francois Frank
Fred Fumio Gary Gavin George Gerald Giovanni Giuseppe Gordon Graham Greg Gregory Hans Harold Harry
Hassan Helmut Henry Howard Hugo Ian Ibrahim Igor Imran Jack Jacob Jacques James Jared Jason Jeff
Jeffrey Jeremy Jerome Jerry Jesse Jim Joe John Jonathan Jorge Jose Joseph Joshua Juan Justin Keith
Kenneth Kevin Khalid Klaus Kurt Kyle Larry Lars Lawrence Liam Leo Louis Luis Mahmoud Malcolm Manuel Marco
Mario Mark Martin Matteo Matthew Max Michael Mick Miguel Mike Mikhail Mitch Mitt Mohammad Mohammed
Moshe Muhammad Narendra Nathan Nawaz Neal Neil Newt Nicholas Nicolas Nigel Noah Olaf Omar Oscar Otto
Patrick Paul Pedro Peter Phil Philip Pierre Rajiv Ralph Rand Raymond Recep Reince Rex Richard Rick
Robert Roger Ronald Roy Rudy Ryan Samuel Scott Sean Sergei Shinzo Silvio Simon Stanley Stephen Steve
Steven Stuart Taro Ted Terrence Thomas Tim Timothy Tom Trevor Tyler Victor Viktor Vladimir Walter
William Wolfgang Yitzhak Yuri Zachary
"""


@cache
def _known() -> dict[str, str]:
    women, men = set(_WOMEN.split()), set(_MEN.split())
    both = women & men
    return dict.fromkeys(women - both, "she") | dict.fromkeys(men - both, "he")


def pronoun_of(given: str) -> str | None:
    """“he” or “she” for who bears the name `given`; `None` where it may be either, or is unknown."""
    return _known().get(given)
