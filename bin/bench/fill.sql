-- Staff, and as many members as the temporary table `numbers` has membership numbers, with products, invoices, decisions,
-- sessions and log. Everything about the n-th follows from n, so that two databases differ only in size.
create function pg_temp.id(what text) returns uuid immutable language sql return
  overlay(overlay(md5(what) placing '4' from 13) placing '8' from 17)::uuid;

create temp table people as
  select role, i as n, role || '-' || i as who, pg_temp.id('account ' || role || '-' || i) as account,
    case role when 'member' then now() - (2 + i % 600) * interval '1 day' else now() end as joined,
    (array[0, 0, 1, 2, 2, 3, 4, 6, 7, 11])[1 + i % 10] as held -- products: 3.6 on average, eleven at most
  from (values ('desk', 4000), ('reviewer', 20), ('admin', 2), ('member', (select count(*) from numbers))) as kinds (role, many),
    generate_series(1, many) as i;

insert into centres (id, name, city, country, legal_basis)
  select pg_temp.id('centre ' || i), 'Centre ' || i, 'City', 'DE', 'eu' from generate_series(0, 49) as i;
insert into accounts (id, email, role, language, centre_id, created_at)
  select account, who || '@bench.example', role::role, 'en', case role when 'desk' then pg_temp.id('centre ' || n % 50) end, joined
  from people;
-- Staff sessions stay active throughout the measurement: a desk is otherwise signed out after 15 idle minutes.
insert into sessions (token_hash, account_id, last_seen_at, factor_at)
  select encode(sha256(convert_to('bench-' || who, 'UTF8')), 'hex'), account,
    case role when 'member' then now() else now() + interval '8 hours' end, case when role <> 'member' then now() end
  from people;

-- Of 200,000 members, 53 share each surname and 2 each full name; 1741 is coprime to their number, so that neighbours are not namesakes.
create temp table held as
  select n, account, joined, held, n * 1741 % 3744 as name, held - (n % 50 = 7 and held > 0)::int as verified,
    current_date - case when n % 20 = 3 then 400 else n::int % 300 end as starts_on -- most terms run; one in twenty has ended
  from people where role = 'member';
insert into members (id, account_id, first_name, surname, born_on, country, created_at) overriding system value
  select n, account,
    ('{An,Bri,Chi,Eli,Jo,Ka,Lu,Ma,Ro,Thé}'::text[])[1 + n % 10] || ('{a,cja,en,gitte,ín,lara,na,ra,sé,tta}'::text[])[1 + n / 10 % 10],
    ('{Al,Ber,Cas,Du,Er,Fer,Gru,Hü,Jan,Kö,Lin,Mar,Nor,Os,Pé,Rich}'::text[])[1 + name % 16]
      || ('{ba,da,ge,ho,ke,li,ma,né,pe,ra,so,te,ul,vi,wa,zö,en,or}'::text[])[1 + name / 16 % 18]
      || ('{berg,dez,feld,ger,hausen,ini,kowski,lund,mann,nez,rossi,sson,ström}'::text[])[1 + name / 288],
    '1985-05-17', ('{DE,FR,GB,IT,ES,PL,SE,AT}'::text[])[1 + n % 8], joined
  from held;
select setval(pg_get_serial_sequence('members', 'id'), max(id)) from members;
insert into memberships (member_id, number, card_code, status, starts_on, expires_on, status_rules_id)
  select n, number, translate(encode(sha256(convert_to('card ' || n, 'UTF8')), 'base64'), '+/=', '-_'),
    (select status from status_rule_tiers where products <= verified and cameras <= (verified + 3) / 4 union select 'red' order by 1 desc limit 1),
    starts_on, starts_on + interval '1 year' - interval '1 day', (select id from status_rules)
  from held join numbers using (n);
insert into terms (member_id, starts_on, expires_on, because, at)
  select n, starts_on, starts_on + interval '1 year' - interval '1 day', 'joined', joined from held;

-- Every fourth product is a camera, every three share an invoice; of one member in fifty the last one waits for a reviewer.
create temp table goods as
  select n, i, account, pg_temp.id('registration ' || n || ' ' || i) as id, pg_temp.id('invoice ' || n || ' ' || i / 3) as invoice,
    case when i % 4 = 0 then cameras[1 + (n + i) % cardinality(cameras)] else lenses[1 + (n + i) % cardinality(lenses)] end as product,
    'WB' || upper(to_hex(n)) || 'X' || i as serial, joined + (i + 1) * interval '1 hour' as at, i >= verified as waits
  from held, generate_series(0, held - 1) as i, (
    select array_agg(id order by id) filter (where kind = 'camera') as cameras, array_agg(id order by id) filter (where kind = 'lens') as lenses
    from products where qualifying_from is not null) as range;
insert into invoices (id, member_id, storage_key, file_name, media_type, bytes, sha256, state, received_at, pages_made_at)
  select invoice, n, 'bench/' || invoice, 'invoice.pdf', 'application/pdf', 120000, encode(sha256(convert_to(invoice::text, 'UTF8')), 'hex'),
    'ready', max(at), max(at)
  from goods group by invoice, n;
insert into registrations (id, member_id, product_id, serial_typed, serial_key, purchased_on, dealer, invoice_id, state, created_at,
    waiting_since, decided_at)
  select id, n, product, serial, serial, '2024-03-01', 'Foto Beispiel, Wiesbaden', invoice,
    case when waits then 'pending' else 'verified' end::registration_state, at, case when waits then at end, case when not waits then at end
  from goods;
insert into decisions (registration_id, invoice_id, outcome, by, at)
  select id, invoice, 'verified', pg_temp.id('account reviewer-' || 1 + n % 20), at from goods where not waits;
insert into registration_events (registration_id, kind, at) select id, 'registered', at from goods;
insert into drafts (member_id, lines, invoice_id, updated_at)
  select n, jsonb_build_array(jsonb_build_object('model', 'DC-S5M2', 'serial', 'WD' || n, 'purchasedOn', '2024-03-01', 'dealer', 'Foto Beispiel')),
    invoice, at
  from goods where i = 0 and n % 100 = 57;

select log.make_months((current_date - interval '21 months')::date, current_date); -- nobody has joined before
insert into log_acts (at, action, member_id, subject_id) select joined, 'member.joined', n, account from held;
insert into log_acts (at, actor_id, actor_role, action, member_id, subject_id)
  select at, account, 'member', 'registration.made', n, id from goods;
insert into log_reads (at, actor_id, actor_role, action, member_id, subject_id, centre_id, country, purpose, hit)
  select joined + i * interval '2 hours', pg_temp.id('account desk-' || desk), 'desk', 'card.checked', n, pg_temp.id('check ' || n || ' ' || i),
    pg_temp.id('centre ' || desk % 50), 'DE', 'service', true
  from held, generate_series(1, 2) as i, lateral (select 1 + n % (case i when 1 then 97 else 89 end) as desk) as by
  where n % 5 < 2;

insert into black_invitations (id, member_id, reason, sponsor, language, valid_until, invited_by, invited_at, approved_by, approved_at,
    declined_by, declined_at, declined_reason)
  select pg_temp.id('invitation ' || i), i, 'Teaches with LUMIX', 'Sabine Vorschlag', 'en', at::date + 60, pg_temp.id('account admin-1'), at,
    case i % 3 when 1 then second end, case i % 3 when 1 then at end,
    case i % 3 when 2 then second end, case i % 3 when 2 then at end, case i % 3 when 2 then 'Asked for too early' end
  from generate_series(1, 1000) as i, lateral (select now() - i * interval '1 hour' as at, pg_temp.id('account admin-2') as second) as by;
