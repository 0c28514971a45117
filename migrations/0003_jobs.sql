-- Jobs are rows of the schema graphile_worker, which its own migrations make (src/platform/record/jobs.ts). The
-- application adds them in its transactions through this function, sees and repeats them through those below, and
-- touches nothing else of that schema.
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

-- The jobs as people may see them: without what they carry. None where no worker ever ran.
CREATE FUNCTION gongkai_jobs() RETURNS TABLE (
  id bigint, task text, state text, run_at timestamptz, attempts integer, last_error text
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF to_regclass('graphile_worker.jobs') IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT j.id, j.task_identifier, CASE
      WHEN j.locked_at IS NOT NULL THEN 'running'
      WHEN j.attempts >= j.max_attempts THEN 'failed'
      ELSE 'waiting' END, j.run_at, j.attempts::integer, j.last_error
    FROM graphile_worker.jobs j;
END
$$;
REVOKE ALL ON FUNCTION gongkai_jobs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gongkai_jobs TO gongkai_app;

-- Has a job run at once, with all its tries before it again.
CREATE FUNCTION gongkai_retry_job(job bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.reschedule_jobs(ARRAY[job], run_at => now(), attempts => 0);
END
$$;
REVOKE ALL ON FUNCTION gongkai_retry_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gongkai_retry_job TO gongkai_app;
