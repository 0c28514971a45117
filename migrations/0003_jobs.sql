-- Jobs are rows of the schema graphile_worker, which its own migrations make (src/platform/record/jobs.ts). The
-- application adds them in its transactions through this function and touches nothing else of that schema.
CREATE FUNCTION gongkai_add_job(
  task text, payload json, run_at timestamptz, most_attempts integer, key text, queue text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.add_job(identifier => task, payload => payload, run_at => run_at,
    max_attempts => most_attempts, job_key => key, queue_name => queue);
END
$$;
REVOKE ALL ON FUNCTION gongkai_add_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gongkai_add_job TO gongkai_app;
