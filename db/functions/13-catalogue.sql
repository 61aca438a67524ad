-- Counts the versions of the catalogue, so that a reader knows whether its copy is stale.
CREATE OR REPLACE FUNCTION catalogue_changed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  UPDATE public.catalogue_state SET version = version + 1;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER products_catalogue_changed AFTER INSERT OR UPDATE OR DELETE ON products
  FOR EACH STATEMENT EXECUTE FUNCTION catalogue_changed();
