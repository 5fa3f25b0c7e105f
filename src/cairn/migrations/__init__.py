"""The database's history. Migrations, not the models, make the DDL; a promise test holds the two together."""
