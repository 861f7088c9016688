-- What the line of the file asks for, and nothing of what it leaves out: it is held against the products anew when they changed meanwhile.
ALTER TABLE product_import_line ADD COLUMN wanted jsonb NOT NULL DEFAULT '{}';
