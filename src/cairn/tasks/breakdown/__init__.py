"""A task in small steps: by a library of everyday procedures, by a model where there is one, else by a scaffold."""
