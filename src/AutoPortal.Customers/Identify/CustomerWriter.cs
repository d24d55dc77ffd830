using AutoPortal.Activities.Contracts;
using AutoPortal.Customers.Data;
using AutoPortal.Customers.Domain;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Security;

namespace AutoPortal.Customers.Identify;

/// <summary>Writes what sign-ups say about people, in sets: who they are, what they did, what they agreed to, which dealers may see them.</summary>
internal sealed class CustomerWriter(PhoneVault vault, NameTokens tokens, TimeProvider clock)
{
    /// <returns>The One-ID by phone hash.</returns>
    public async Task<IReadOnlyDictionary<string, Guid>> WriteAsync(CustomersDb db, IReadOnlyList<SignUpAccepted> signUps, CancellationToken ct)
    {
        // In the order of the keys: two batches at once then wait for each other instead of locking crosswise.
        var people = signUps.GroupBy(s => s.PhoneHash, StringComparer.Ordinal).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new Person(Ids.New(clock), [.. p.OrderBy(s => s.At)])).ToList();
        var known = await OneIds.FindOrMakeAsync(db, people.ConvertAll(p => new NewKey(p.NewId, KeyType.Of(p.Last), p.Last.PhoneHash, p.First.At)), ct);
        await StoreCustomersAsync(db, people, known, ct);
        await StoreNamesAsync(db, people, known, ct);
        await StoreEventsAsync(db, signUps, known, ct);
        await StoreConsentsAsync(db, signUps, known, ct);
        await LinkDealersAsync(db, signUps, known, ct);
        return known;
    }

    private static Task StoreCustomersAsync(CustomersDb db, List<Person> people, Dictionary<string, Guid> known, CancellationToken ct)
        => db.Sql().ExecuteAsync(
            """
            insert into customers.customers as c
                (tenant_id, id, name_sealed, name_mask, phone_sealed, phone_tail, phone_mask, stage, city, first_seen_at, last_seen_at)
            select {tenant_id}, p.id, p.name, p.name_mask, p.phone, p.tail, p.phone_mask, 'intent', coalesce(p.city, ''), p.first_at, p.last_at
            from unnest(@ids, @names, @nameMasks, @phones, @tails, @phoneMasks, @cities, @firstAt, @lastAt)
                as p (id, name, name_mask, phone, tail, phone_mask, city, first_at, last_at)
            on conflict (tenant_id, id) do update set
                name_sealed = excluded.name_sealed, name_mask = excluded.name_mask,
                phone_sealed = excluded.phone_sealed, phone_mask = excluded.phone_mask,
                city = case when excluded.city = '' then c.city else excluded.city end,
                stage = case when c.stage = any(@beforeIntent) then 'intent' else c.stage end,
                first_seen_at = least(c.first_seen_at, excluded.first_seen_at), last_seen_at = greatest(c.last_seen_at, excluded.last_seen_at)
            """,
            new
            {
                ids = people.Select(p => known[p.Last.PhoneHash]).ToArray(),
                names = people.Select(p => p.Last.NameSealed).ToArray(),
                nameMasks = people.Select(p => p.Last.NameMask).ToArray(),
                phones = people.Select(p => p.Last.PhoneSealed).ToArray(),
                tails = people.Select(p => p.Last.PhoneTail).ToArray(),
                phoneMasks = people.Select(p => p.Last.PhoneMask).ToArray(),
                cities = people.Select(p => p.Last.City).ToArray(),
                firstAt = people.Select(p => p.First.At).ToArray(),
                lastAt = people.Select(p => p.Last.At).ToArray(),
                beforeIntent = LifecycleStages.BeforeIntent,
            },
            ct);

    // The name is opened to be cut into hashed pieces and is not kept: the search could not find it otherwise.
    private async Task StoreNamesAsync(CustomersDb db, List<Person> people, Dictionary<string, Guid> known, CancellationToken ct)
    {
        var pieces = people
            .SelectMany(p => tokens.Of(vault.Open(db.Scope.TenantId, p.Last.NameSealed)), (p, token) => (CustomerId: known[p.Last.PhoneHash], Token: token))
            .ToList();
        var met = people.Select(p => known[p.Last.PhoneHash]).Except(people.Select(p => p.NewId)).ToArray();
        await db.Sql().ExecuteAsync(
            """
            with old as (
                delete from customers.name_tokens t where {tenant:t} and t.customer_id = any(@met)
                and not exists (select 1 from unnest(@tokens, @customers) as p (token, customer_id) where p.token = t.token and p.customer_id = t.customer_id))
            insert into customers.name_tokens (tenant_id, id, token, customer_id)
            select {tenant_id}, p.id, p.token, p.customer_id from unnest(@ids, @tokens, @customers) as p (id, token, customer_id)
            on conflict (tenant_id, token, customer_id) do nothing
            """,
            new
            {
                met,
                ids = pieces.Select(_ => Ids.New(clock)).ToArray(),
                tokens = pieces.Select(p => p.Token).ToArray(),
                customers = pieces.Select(p => p.CustomerId).ToArray(),
            },
            ct);
    }

    private static Task StoreEventsAsync(CustomersDb db, IReadOnlyList<SignUpAccepted> signUps, Dictionary<string, Guid> known, CancellationToken ct)
        => db.Sql().ExecuteAsync(
            """
            insert into customers.behavior_events (tenant_id, id, customer_id, what, touchpoint, object_type, object_id, object_title, trace_id, at)
            select {tenant_id}, e.id, e.customer_id, 'sign_up', left(e.path, 200), 'activity', e.activity_id, left(e.title, 200), e.trace_id, e.at
            from unnest(@ids, @customers, @paths, @activities, @titles, @traces, @at) as e (id, customer_id, path, activity_id, title, trace_id, at)
            """,
            new
            {
                ids = signUps.Select(s => Ids.New(s.At)).ToArray(),
                customers = signUps.Select(s => known[s.PhoneHash]).ToArray(),
                paths = signUps.Select(s => s.Path).ToArray(),
                activities = signUps.Select(s => s.ActivityId).ToArray(),
                titles = signUps.Select(s => s.ActivityTitle).ToArray(),
                traces = signUps.Select(s => s.TraceId).ToArray(),
                at = signUps.Select(s => s.At).ToArray(),
            },
            ct);

    private static Task StoreConsentsAsync(CustomersDb db, IReadOnlyList<SignUpAccepted> signUps, Dictionary<string, Guid> known, CancellationToken ct)
    {
        var given = signUps.SelectMany(s => s.Consents, (s, consent) => (SignUp: s, Consent: consent)).ToList();
        return db.Sql().ExecuteAsync(
            """
            insert into customers.consent_records (tenant_id, id, customer_id, purpose, text_version, channel, proof_id, status, at)
            select {tenant_id}, c.id, c.customer_id, c.purpose, c.version, 'activity_form', c.proof_id, 'given', c.at
            from unnest(@ids, @customers, @purposes, @versions, @proofs, @at) as c (id, customer_id, purpose, version, proof_id, at)
            """,
            new
            {
                ids = given.Select(g => Ids.New(g.SignUp.At)).ToArray(),
                customers = given.Select(g => known[g.SignUp.PhoneHash]).ToArray(),
                purposes = given.Select(g => g.Consent.Purpose).ToArray(),
                versions = given.Select(g => g.Consent.TextVersion).ToArray(),
                proofs = given.Select(g => g.SignUp.SignUpId).ToArray(),
                at = given.Select(g => g.SignUp.At).ToArray(),
            },
            ct);
    }

    private Task LinkDealersAsync(CustomersDb db, IReadOnlyList<SignUpAccepted> signUps, Dictionary<string, Guid> known, CancellationToken ct)
        => new DealerLinks(db, clock).AddAsync(
            [.. signUps.Where(s => s.DealerId is not null).Select(s => new Contracts.CustomerDealerLink(known[s.PhoneHash], s.DealerId!.Value, null, "named"))],
            ct);

    private sealed record Person(Guid NewId, List<SignUpAccepted> SignUps)
    {
        public SignUpAccepted First => SignUps[0];

        public SignUpAccepted Last => SignUps[^1];
    }
}
