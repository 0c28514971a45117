-- A made-up province of requests, in bulk. Before it: bench.size (agencies, requests, today), bench.outcome (n, decision,
-- letter, line), a row for each share of a hundred, and bench.sealed (text), an applicant as sealed. Indexes are made
-- afterwards (requests-data.ts). Days are plain calendar days; hashes of events are filler.

SELECT setseed(0.28);

CREATE FUNCTION bench.agency(a int) RETURNS uuid IMMUTABLE LANGUAGE sql
  RETURN ('01900000-0000-7000-8000-' || lpad(to_hex(a), 12, '0'))::uuid;
CREATE FUNCTION bench.person(a int, role int) RETURNS uuid IMMUTABLE LANGUAGE sql
  RETURN ('01900000-0000-7000-8001-' || lpad(to_hex(a * 8 + role), 12, '0'))::uuid;
CREATE FUNCTION bench.section(a int, n int) RETURNS uuid IMMUTABLE LANGUAGE sql
  RETURN ('01900000-0000-7000-8002-' || lpad(to_hex(a * 8 + n), 12, '0'))::uuid;
-- In the order of time, as those of the program.
CREATE FUNCTION bench.id(day date, n bigint, kind int) RETURNS uuid IMMUTABLE LANGUAGE sql
  RETURN (regexp_replace(lpad(to_hex((day - date '1970-01-01')::bigint * 86400000 + n % 86400000), 12, '0'),
    '^(.{8})(.{4})$', '\1-\2') || '-7' || lpad(to_hex(n % 4096), 3, '0') || '-8' || lpad(to_hex(kind), 3, '0')
    || '-' || lpad(to_hex(n), 12, '0'))::uuid;

-- The last agency stands above all others.
INSERT INTO agency (id, name, short_name, kind, region_code, superior_id, vertical, slug, office, status, version,
    created_at, updated_at)
  SELECT bench.agency(a), '第' || a || '局', '第' || a || '局', 'department', '639921',
    CASE WHEN a < agencies - 1 THEN bench.agency(agencies - 1) END, false, 'a' || a, '{}', 'open', 1, now(), now()
  FROM bench.size, generate_series(0, agencies - 1) a;
INSERT INTO section (agency_id, id, name, position, status)
  SELECT bench.agency(a), bench.section(a, n), '科室' || n, n, 'open'
  FROM bench.size, generate_series(0, agencies - 1) a, generate_series(0, 5) n;
CREATE TABLE bench.role AS
  SELECT * FROM (VALUES (0, 'handler'), (1, 'reviewer'), (2, 'secrecy_reviewer'), (3, 'office_head'), (4, 'leader'),
    (5, 'supervisor')) AS of (r, name);
INSERT INTO account (id, login, name, password_history, recovery_hashes, status, created_at)
  SELECT bench.person(a, r), name || a, '人员' || a, '[]', '[]', 'active', now()
  FROM bench.size, generate_series(0, agencies - 1) a, bench.role;
INSERT INTO membership (agency_id, account_id, section_id, roles, since)
  SELECT bench.agency(a), bench.person(a, r), bench.section(a, 0), ARRAY[name], now()
  FROM bench.size, generate_series(0, agencies - 1) a, bench.role;

-- Six years, evenly; few agencies get most. An answer takes two to six weeks, now and then longer: what is not ended
-- today is open, between one and two of a hundred.
CREATE UNLOGGED TABLE bench.drawn AS
  SELECT n, least(agencies - 1, floor(agencies * random() ^ 2))::int AS a,
    today - 2190 + (2190 * n / requests)::int AS received,
    (6 + 26 * random() ^ 0.5 + CASE WHEN random() < 0.1 THEN 30 * random() ELSE 0 END)::int AS took,
    floor(100 * random())::int AS fate, floor(100 * random())::int AS way, floor(100 * random())::int AS whose,
    floor(300000 * random() ^ 3)::int AS applicant, floor(6 * random())::int AS section
  FROM bench.size, generate_series(1::bigint, requests) n;

CREATE UNLOGGED TABLE bench.known AS
  SELECT *, bench.id(received, n, 1) AS id,
    CASE WHEN state = 'arrived' THEN NULL ELSE received END AS received_on,
    '〔' || extract(year FROM received) || '〕' || row_number() OVER (PARTITION BY a, extract(year FROM received) ORDER BY n)
      || '号' AS number,
    took < 56 AS in_time
  FROM (
    SELECT d.*, o.decision, o.letter, o.line,
      CASE WHEN received + took <= today THEN received + took END AS closed,
      CASE WHEN received + took <= today THEN
          CASE WHEN o.letter = 'D15' THEN 'closed' WHEN today - received > 400 THEN 'archived' ELSE 'answered' END
        WHEN way < 55 AND today - received < 1 THEN 'arrived'
        WHEN today - received < 2 THEN 'registered'
        WHEN fate < 70 THEN 'in_progress' ELSE 'in_review' END AS state,
      CASE WHEN whose < 85 THEN 'natural_person' WHEN whose < 94 THEN 'business'
        WHEN whose < 97 THEN 'legal_service' ELSE 'social' END AS applicant_kind,
      CASE WHEN way < 55 THEN 'online' WHEN way < 80 THEN 'mail_signed' WHEN way < 95 THEN 'in_person' ELSE 'fax' END
        AS channel
    FROM bench.size, bench.drawn d JOIN bench.outcome o ON o.n = d.fate
  ) drawn;
DROP TABLE bench.drawn;

INSERT INTO request
  SELECT bench.agency(a), id, number, CASE WHEN line IS NULL THEN 'enquiry' ELSE 'request' END, state, channel,
    applicant_kind, title, section, handler, received, received_on,
    CASE WHEN closed IS NULL AND received_on IS NOT NULL THEN received + 28 + CASE WHEN took > 32 THEN 28 ELSE 0 END END,
    false, CASE WHEN state = 'arrived' THEN received END,
    closed, CASE WHEN closed IS NOT NULL THEN decision END, CASE WHEN closed IS NOT NULL THEN line END,
    CASE WHEN state IN ('answered', 'archived') THEN in_time END,
    jsonb_build_object('agencyId', bench.agency(a), 'id', id, 'number', number,
      'kind', CASE WHEN line IS NULL THEN 'enquiry' ELSE 'request' END, 'state', state, 'version', 8,
      'channel', channel, 'applicantKind', applicant_kind,
      'wanted', jsonb_build_object('title', title, 'documentNumber', NULL, 'indexNumber', NULL,
        'features', '含附件、批复文件和会议纪要，' || extract(year FROM received) || '年度', 'form', 'paper', 'route', 'post',
        'otherForm', true, 'help', NULL, 'suggestsPublication', false),
      'arrival', jsonb_build_object('submittedOn', received, 'arrivedOn', received, 'confirmed', NULL,
        'attempts', '[]'::jsonb, 'note', NULL),
      'receivedOn', received_on, 'onTheSpot', false,
      'events', CASE WHEN took > 32 AND closed IS NOT NULL
          THEN jsonb_build_array(jsonb_build_object('kind', 'extended', 'on', received + 15, 'days', 20))
          ELSE '[]'::jsonb END
        || CASE WHEN state IN ('answered', 'archived')
          THEN jsonb_build_array(jsonb_build_object('kind', 'answered', 'on', closed)) ELSE '[]'::jsonb END,
      'delayedUntil', NULL, 'place', CASE WHEN state IN ('arrived', 'registered') THEN NULL
        ELSE jsonb_build_object('sectionId', section, 'handlerId', handler, 'since', received + 1) END,
      'cooperations', '[]'::jsonb, 'correction', NULL, 'reasons', NULL, 'consultations', '[]'::jsonb, 'fee', NULL,
      'searches', CASE WHEN took % 3 = 0 AND closed IS NOT NULL THEN jsonb_build_array(jsonb_build_object(
          'id', bench.id(received, n, 2), 'on', received + 2, 'systems', jsonb_build_array('公文系统', '档案管理系统'),
          'keywords', jsonb_build_array('划片', '批复'), 'archives', '综合档案室', 'persons', '李四', 'found', true,
          'note', '')) ELSE '[]'::jsonb END,
      'extension', CASE WHEN took > 32 AND closed IS NOT NULL THEN jsonb_build_object('days', 20,
          'reason', '需要检索的档案数量大', 'askedBy', handler, 'askedOn', received + 14, 'outcome', jsonb_build_object(
            'approved', true, 'by', bench.person(a, 3), 'on', received + 15, 'letterId', bench.id(received, n, 3))) END,
      'draft', CASE WHEN state IN ('answered', 'archived', 'in_review') THEN jsonb_build_object('revision', 1,
          'decision', decision, 'facts', jsonb_build_object('delivery', '邮寄纸质复印件'), 'withheld', '[]'::jsonb,
          'edits', '{}'::jsonb, 'attachments', '[]'::jsonb, 'authorId', handler, 'savedOn', received + 3,
          'submittedOn', received + 3, 'returned', NULL,
          'approvals', CASE WHEN closed IS NULL THEN '[]'::jsonb ELSE (SELECT jsonb_agg(jsonb_build_object(
              'stage', stage, 'by', bench.person(a, r), 'on', closed, 'opinion', '同意', 'secrecy', secrecy))
            FROM (VALUES ('legality', 1, NULL), ('secrecy', 2, 'open'), ('office', 3, NULL), ('signature', 4, NULL))
              AS s (stage, r, secrecy)) END) END,
      'letters', CASE WHEN state IN ('answered', 'archived') THEN jsonb_build_array(jsonb_build_object(
          'id', bench.id(received, n, 4), 'letter', coalesce(letter, 'L21'), 'state', 'served', 'to', 'applicant',
          'about', NULL, 'authorId', handler, 'draftedOn', closed, 'number', '示公开' || number,
          'issued', jsonb_build_object('on', closed, 'by', bench.person(a, 4)),
          'sent', jsonb_build_object('on', closed, 'way', 'post', 'trackingNumber', 'XA' || n),
          'served', jsonb_build_object('on', closed, 'evidence', '邮件回执'))) ELSE '[]'::jsonb END,
      'urgings', '[]'::jsonb, 'proposal', NULL,
      'links', jsonb_build_object('splitFrom', NULL, 'splitOn', NULL, 'splitInto', '[]'::jsonb, 'mergedInto', NULL, 'reopens', NULL),
      'closing', CASE WHEN closed IS NOT NULL THEN jsonb_build_object('on', closed, 'decision', decision, 'line', line,
          'onTime', CASE WHEN state IN ('answered', 'archived') THEN in_time END, 'note', NULL) END,
      'archivedOn', CASE WHEN state = 'archived' THEN closed + 30 END),
    overlay(sealed PLACING md5(n::text) || md5(applicant::text) FROM 20 FOR 64), '张**',
    encode(sha256(convert_to('name' || applicant, 'UTF8')), 'hex'),
    encode(sha256(convert_to('identity' || applicant, 'UTF8')), 'hex'),
    encode(sha256(convert_to('phone' || applicant, 'UTF8')), 'hex'),
    encode(sha256(convert_to('code' || n, 'UTF8')), 'hex'), NULL, 8,
    received, coalesce(closed, received), received_on
  FROM bench.sealed, (
    SELECT k.*, bench.person(a, 0) AS handler, bench.section(a, k.section) AS section_id,
      (ARRAY['义务教育阶段学校划片方案', '清河路雨污分流工程竣工验收报告', '国有土地上房屋征收补偿方案', '低保对象审核确认名册',
        '政府采购项目合同及验收单', '环境影响评价批复', '信访事项复查意见', '道路改造工程招标文件'])[1 + n % 8]
        || '（第' || n || '号项目）' AS title
    FROM bench.known k
  ) one (n, a, received, took, fate, way, whose, applicant, section_n, decision, letter, line, closed, state,
    applicant_kind, channel, id, received_on, number, in_time, handler, section, title)
  ORDER BY n;

INSERT INTO number_series
  SELECT bench.agency(a), 'request', extract(year FROM received)::int, count(*) FROM bench.known GROUP BY a, extract(year FROM received);

-- What happened, in the order of time over all agencies: some five of each case.
CREATE UNLOGGED TABLE bench.happened AS
  SELECT a, n, step, id, received, row_number() OVER (PARTITION BY a ORDER BY day, n, step) AS seq, day
  FROM (
    SELECT k.a, k.n, k.id, k.received, step, received + after * took / 10 AS day
    FROM bench.known k, (VALUES (1, 0), (2, 1), (3, 2), (4, 6), (5, 8), (6, 10)) AS s (step, after)
    WHERE (step <> 3 OR n % 10 < 3)
  ) steps, bench.size WHERE day <= today;
DROP TABLE bench.known;

INSERT INTO event
  SELECT bench.agency(a), seq, bench.id(received, n * 8 + step, 5), 'request:' || id,
    day + interval '2 hours' + n % 25000 * interval '1 second', bench.person(a, CASE step WHEN 5 THEN 4 ELSE 0 END)::text,
    (ARRAY['requests.register', 'requests.assign', 'requests.recordSearch', 'requests.saveDraft',
      'requests.approveDraft', 'requests.sendLetter'])[step],
    json_build_object('on', day, 'version', step, 'to',
      (ARRAY['registered', 'in_progress', 'in_progress', 'in_progress', 'signed', 'answered'])[step]),
    'sha256', md5(seq::text) || md5(n::text), md5(n::text) || md5(seq::text)
  FROM bench.happened ORDER BY day, n, step;
DROP TABLE bench.happened;
INSERT INTO event_head
  SELECT DISTINCT ON (agency_id) agency_id, seq, hash FROM event ORDER BY agency_id, seq DESC;
