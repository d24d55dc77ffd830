using System.Globalization;
using AutoPortal.Customers.Contracts;
using AutoPortal.Customers.Data;
using AutoPortal.Customers.Domain;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Security;

namespace AutoPortal.Customers.Identify;

/// <summary>People of whom somebody else gave name and number. They stand by themselves until the number is proved: what a file says must not change a person who did (domain language §11).</summary>
internal sealed class Candidates(PhoneVault vault, NameTokens tokens, TimeProvider clock)
{
    private const int LongestCity = 20;

    /// <returns>The One-ID by phone hash.</returns>
    public async Task<IReadOnlyDictionary<string, Guid>> IntroduceAsync(CustomersDb db, IReadOnlyCollection<NamedContact> contacts, CancellationToken ct)
    {
        var people = contacts.GroupBy(c => c.PhoneHash, StringComparer.Ordinal).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new Person(Ids.New(clock), [.. p.OrderBy(c => c.At)])).ToList();
        var known = await OneIds.FindOrMakeAsync(db, people.ConvertAll(p => new NewKey(p.NewId, IdentityKeyTypes.PhoneUnverified, p.Hash, p.First.At)), ct);
        var fresh = people.Where(p => known[p.Hash] == p.NewId).ToList();
        await StoreAsync(db, fresh, ct);
        await SeeAgainAsync(db, [.. people.Except(fresh)], known, ct);
        return known;
    }

    /// <summary>Lets those go of whom nothing else became known.</summary>
    public static async Task WithdrawAsync(CustomersDb db, IReadOnlyCollection<Guid> customerIds, CancellationToken ct)
    {
        // The keys first, in the order in which sign-ups take them: whoever signs up meanwhile waits, and is then made anew.
        await db.Sql().QueryAsync<int>("select 1 from customers.identity_keys k where {tenant:k} and k.customer_id = any(@ids) order by k.value_hash for update", new { ids = customerIds.ToArray() }, ct);
        var gone = (await db.Sql().QueryAsync<Guid>(
            """
            delete from customers.customers c where {tenant:c} and c.id = any(@ids)
            and not exists (select 1 from customers.identity_keys k where {tenant:k} and k.customer_id = c.id and k.type <> @unverified)
            and not exists (select 1 from customers.behavior_events e where {tenant:e} and e.customer_id = c.id)
            and not exists (select 1 from customers.consent_records r where {tenant:r} and r.customer_id = c.id)
            returning c.id
            """,
            new { ids = customerIds.ToArray(), unverified = IdentityKeyTypes.PhoneUnverified }, ct)).ToArray();
        foreach (var table in new[] { "identity_keys", "name_tokens", "customer_dealers" })
        {
            await db.Sql().ExecuteAsync($"delete from customers.{table} t where {{tenant:t}} and t.customer_id = any(@gone)", new { gone }, ct);
        }
    }

    private async Task StoreAsync(CustomersDb db, List<Person> people, CancellationToken ct)
    {
        var names = people.ConvertAll(p => vault.Open(db.Scope.TenantId, p.Last.NameSealed));
        await db.Sql().ExecuteAsync(
            """
            insert into customers.customers (tenant_id, id, name_sealed, name_mask, phone_sealed, phone_tail, phone_mask, stage, city, first_seen_at, last_seen_at)
            select {tenant_id}, p.id, p.name, p.name_mask, p.phone, p.tail, p.phone_mask, 'intent', p.city, p.first_at, p.last_at
            from unnest(@ids, @names, @nameMasks, @phones, @tails, @phoneMasks, @cities, @firstAt, @lastAt) as p (id, name, name_mask, phone, tail, phone_mask, city, first_at, last_at)
            """,
            new
            {
                ids = people.Select(p => p.NewId).ToArray(),
                names = people.Select(p => p.Last.NameSealed).ToArray(),
                nameMasks = names.Select(Masked).ToArray(),
                phones = people.Select(p => p.Last.PhoneSealed).ToArray(),
                tails = people.Select(p => p.Last.PhoneTail).ToArray(),
                phoneMasks = people.Select(p => p.Last.PhoneMask).ToArray(),
                cities = people.Select(p => p.Last.City is { Length: <= LongestCity } city ? city : "").ToArray(),
                firstAt = people.Select(p => p.First.At).ToArray(),
                lastAt = people.Select(p => p.Last.At).ToArray(),
            },
            ct);
        var pieces = people.Zip(names).SelectMany(p => tokens.Of(p.Second).Distinct(), (p, token) => (p.First.NewId, Token: token)).ToList();
        await db.Sql().ExecuteAsync(
            """
            insert into customers.name_tokens (tenant_id, id, token, customer_id)
            select {tenant_id}, p.id, p.token, p.customer_id from unnest(@ids, @tokens, @customers) as p (id, token, customer_id)
            """,
            new { ids = pieces.Select(_ => Ids.New(clock)).ToArray(), tokens = pieces.Select(p => p.Token).ToArray(), customers = pieces.Select(p => p.NewId).ToArray() },
            ct);
    }

    // A candidate who is there already keeps the name that was given first, perhaps by the person.
    private static Task SeeAgainAsync(CustomersDb db, List<Person> people, Dictionary<string, Guid> known, CancellationToken ct)
        => people.Count == 0 ? Task.CompletedTask : db.Sql().ExecuteAsync(
            """
            update customers.customers c set first_seen_at = least(c.first_seen_at, p.first_at), last_seen_at = greatest(c.last_seen_at, p.last_at),
                stage = case when c.stage = any(@beforeIntent) then 'intent' else c.stage end
            from unnest(@ids, @firstAt, @lastAt) as p (id, first_at, last_at)
            where {tenant:c} and c.id = p.id
            """,
            new
            {
                ids = people.Select(p => known[p.Hash]).ToArray(),
                firstAt = people.Select(p => p.First.At).ToArray(),
                lastAt = people.Select(p => p.Last.At).ToArray(),
                beforeIntent = LifecycleStages.BeforeIntent,
            },
            ct);

    // The first sign and two asterisks, however long the name is: its length says something too.
    private static string Masked(string name) => name.Length == 0 ? "" : StringInfo.GetNextTextElement(name) is { Length: <= 8 } first ? first + "**" : "**";

    private sealed record Person(Guid NewId, List<NamedContact> Contacts)
    {
        public NamedContact First => Contacts[0];

        public NamedContact Last => Contacts[^1];

        public string Hash => First.PhoneHash;
    }
}
