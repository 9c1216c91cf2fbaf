"""Given names that nearly only women or nearly only men bear, among those that stand in the news.

Names of both (Leslie, Jordan, Andrea, Jean, Sasha) are left out: they say nothing.
"""

from functools import cache

_WOMEN = """
Ada Agnes Aisha Alexis Alice Amanda Amber Amelia Amy Ana Angela Ann Anna Anne Annie Ashley Astrid
Barbara Betsy Betty Beverly Birgit Brenda Brittany Carmen Carol Caroline Carolyn Catherine Charlotte
Cheryl Chiara Christina Christine Claire Clara Condoleezza Cynthia Danielle Debbie Deborah Debra
Denise Diana Diane Dianne Donna Doris Edith Eleanor Elena Elizabeth Ellen Emily Emma Erica Erin Eva
Evelyn Fatima Frances Francesca Gina Giulia Gloria Grace Hannah Heather Heidi Helen Hillary Ida
Indira Ingrid Irene Irina Isabella Isabelle Ivanka Jacinda Jacqueline Janet Janice Janine Jennifer
Jenny Jessica Jill Joan Joanna Joanne Joyce Judith Judy Julia Julie Kamala Karen Katarina Kate
Katherine Kathleen Kathryn Katie Kayla Kellyanne Kirsten Laura Lauren Leila Linda Lisa Loretta Lori
Lucia Lucy Lynne Madeleine Madison Maggie Margaret Maria Marie Marilyn Marjorie Martha Mary Megan
Meghan Megyn Melania Melissa Michelle Molly Monica Monique Nadia Nancy Naomi Natalia Natalie
Nathalie Nicole Nikki Nora Olga Olivia Pamela Patricia Patty Peggy Petra Phyllis Pilar Priya Rachel
Rebecca Rosa Ruth Sabine Sally Samantha Sandra Sara Sarah Sharon Sheila Shirley Sonia Sophia
Stephanie Sue Susan Susana Susanna Sushma Suzanne Svetlana Sylvie Tammy Tatyana Teresa Theresa Tina
Tulsi Ursula Valerie Vanessa Vera Victoria Virginia Wendy Yulia
Agnieszka Amina Anastasia Annalena Annegret Annika Beata Daria Ekaterina Ewa Galina Greta Jelena Karin
Katrin Kerstin Khadija Larisa Layla Lena Ludmila Magdalena Margrethe Mariam Marit Mette Natasha Oksana
Sigrid Solveig Tatiana Zainab Zuzana
"""
_MEN = """
Aaron Abdul Adam Ahmed Alan Albert Alberto Alexander Alexei Ali Andrew Anthony Antonin Antonio
Arthur Austin Barack Barry Bashar Ben Benjamin Bernie Bill Bob Bobby Boris Brad Brandon Brett Brian
Bruce Bryan Carl Carlos Chad Charles Christian Christopher Chuck Clarence Clifford Craig Dan Daniel
Dave David Dean Dennis Derek Dick Diego Dieter Dmitry Don Donald Doug Douglas Duncan Dwight Dylan
Eduardo Edward Edwin Ehud Elijah Emmanuel Enrique Eric Ernest Ethan Eugene Felix Fernando Francisco
Francois Frank Fred Fumio Gary Gavin George Gerald Giovanni Giuseppe Glenn Gordon Graham Greg
Gregory Hans Harold Harry Hassan Hector Helmut Henry Howard Hugo Ian Ibrahim Igor Imran Jack Jacob
Jacques James Jared Jason Javier Jeff Jeffrey Jeremy Jerome Jerry Jesse Jim Joe John Jonathan Jorge
Jose Joseph Joshua Juan Justin Keith Ken Kenneth Kevin Khalid Kirk Klaus Kurt Kyle Larry Lars
Lawrence Leo Leon Liam Louis Luis Mahmoud Malcolm Manuel Marc Marco Mario Mark Martin Matteo Matthew
Max Michael Mick Miguel Mike Mikhail Mitch Mitt Mohammad Mohammed Moshe Muhammad Narendra Nathan
Nawaz Neal Neil Newt Nicholas Nick Nicolas Nigel Noah Olaf Omar Oscar Otto Pablo Patrick Paul Pedro
Pete Peter Phil Philip Pierre Rafael Rajiv Ralph Ramon Rand Randy Raul Ray Raymond Recep Reince Rex
Ricardo Richard Rick Ricky Rob Robert Roberto Rod Roger Ron Ronald Ross Roy Rudy Russell Ryan Samuel
Scott Sean Sergei Sergio Shinzo Silvio Simon Stanley Stephen Steve Steven Stuart Taro Ted Terrence
Thomas Tim Timothy Todd Tom Trevor Tyler Victor Viktor Vincent Vladimir Walter Wayne William Willie
Wolfgang Yitzhak Yuri Zachary
Abdullah Alastair Aleksandr Anatoly Anders Andreas Andrei Angus Bjorn Callum Declan Dmitri Emilio Erik
Friedrich Gennady Giorgio Guillermo Gustav Hamid Hamish Heinrich Henrik Hussein Jens Joao Johan Karim
Karl Kirill Konstantin Lennart Lorenzo Luca Ludwig Luiz Magnus Marcus Mateo Mustafa Nabil Niall Nikolai
Nils Oleg Olof Oliver Padraig Paolo Paulo Pavel Rashid Rodrigo Salman Santiago Sebastian Sergey Stefan
Sven Tariq Uwe Vasily Youssef Yusuf
"""


@cache
def _known() -> dict[str, str]:
    women, men = set(_WOMEN.split()), set(_MEN.split())
    both = women & men
    return dict.fromkeys(women - both, "she") | dict.fromkeys(men - both, "he")


def pronoun_of(given: str) -> str | None:
    """“he” or “she” for who bears the name `given`; `None` where it may be either, or is unknown."""
    return _known().get(given)
