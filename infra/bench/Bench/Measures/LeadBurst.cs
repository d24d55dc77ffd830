using System.Globalization;
using AutoPortal.Bench.Portal;
using Npgsql;

namespace AutoPortal.Bench.Measures;

/// <summary>L2: many sign-ups at once, until each shows on the open list of the advisor it was assigned to.</summary>
internal sealed class LeadBurst : IMeasure
{
    private const int FirstPhone = 60_000_000;
    private const int Dealers = 20;
    private const double TargetSeconds = 3;
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(60);

    public IReadOnlyList<string> Ids { get; } = ["L2"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var book = new LeadBook(bench.Home);
        await book.MakeRoomAsync(ct);
        var advisors = await Advisors.WakeAsync(bench.Home, Dealers, ct);
        var desks = advisors.Emails.Select(email => new AdvisorDesk(email)).ToList();
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
            await Parallel.ForEachAsync(desks, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (desk, stop) =>
                await desk.SitDownAsync(http, bench.Node.Address, StaffCircuits.List, stop));

            // A small burst first: what is measured is a portal at work, not its compiler.
            await BurstAsync(bench, book, FirstPhone, 100, advisors.Dealers, ct);
            var from = await BurstAsync(bench, book, FirstPhone + 1_000, bench.Options.SignUps, advisors.Dealers, ct);
            await Task.Delay(TimeSpan.FromSeconds(5), ct);
            return [await JudgeAsync(bench, desks, from, ct)];
        }
        finally
        {
            await Task.WhenAll(desks.Select(d => d.DisposeAsync().AsTask()));
        }
    }

    private static async Task<DateTimeOffset> BurstAsync(BenchContext bench, LeadBook book, int firstPhone, int count, IReadOnlyList<string> dealers, CancellationToken ct)
    {
        using var visitors = new Visitors(new Uri(bench.Node.Page), firstPhone);
        var coming = await visitors.ComeAsync(count, dealers, ct);
        var (before, from) = (await book.LeadsAsync(ct), DateTimeOffset.UtcNow);
        await visitors.SignUpAsync(coming, ct);
        return await book.WaitAsync(before + count, Within, ct) ? from : throw new BenchException("The burst did not become leads in time.");
    }

    private static async Task<Figure> JudgeAsync(BenchContext bench, IReadOnlyList<AdvisorDesk> desks, DateTimeOffset from, CancellationToken ct)
    {
        var seen = desks.ToDictionary(d => d.Person, d => d.Seen, StringComparer.OrdinalIgnoreCase);
        var (delays, missed, foreign, loads) = (new List<double>(), 0, 0, new Dictionary<string, int>(StringComparer.Ordinal));
        var leads = await BornAsync(bench, from, ct);
        foreach (var (lead, signedUpAt, owner) in leads)
        {
            loads[owner] = loads.GetValueOrDefault(owner) + 1;
            foreign += desks.Count(d => d.Person != owner && d.Seen.ContainsKey(lead));
            if (seen.TryGetValue(owner, out var book) && book.TryGetValue(lead, out var at))
            {
                delays.Add((at - signedUpAt).TotalSeconds);
            }
            else
            {
                missed++;
            }
        }

        var worst = Rounds.Quantile(delays, 0.95);
        return new("L2", $"burst of {bench.Options.SignUps} sign-ups → advisors' screens, p95")
        {
            Ours = Figure.Show(worst, "s"),
            Value = worst,
            Target = "< 3 s",
            IsMet = worst < TargetSeconds,
            IsSound = missed == 0 && foreign == 0 && leads.Count == bench.Options.SignUps,
            Checked = string.Create(
                CultureInfo.InvariantCulture,
                $"p50 {Rounds.Quantile(delays, 0.5):0.00} s, last {Rounds.Quantile(delays, 1):0.00} s; {desks.Count} screens; missed {missed}, on a foreign screen {foreign}; leads an advisor {loads.Values.DefaultIfEmpty().Min()}–{loads.Values.DefaultIfEmpty().Max()}"),
        };
    }

    private static async Task<IReadOnlyList<(Guid Lead, DateTimeOffset SignedUpAt, string Owner)>> BornAsync(BenchContext bench, DateTimeOffset from, CancellationToken ct)
    {
        await using var connection = await bench.Home.OpenAsync(ct);
        await using var query = new NpgsqlCommand(
            """
            select t.lead_id, s.at, coalesce(a.email, '')
            from activities.sign_ups s
            join leads.source_touches t on t.tenant_id = s.tenant_id and t.sign_up_id = s.id
            join leads.leads l on l.tenant_id = t.tenant_id and l.id = t.lead_id
            left join platform_shared.accounts a on a.id = l.owner_id
            where s.at >= @from
            """, connection);
        query.Parameters.AddWithValue("from", from.ToUniversalTime());
        var found = new List<(Guid, DateTimeOffset, string)>();
        await using var rows = await query.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            found.Add((rows.GetGuid(0), rows.GetFieldValue<DateTimeOffset>(1), rows.GetString(2)));
        }

        return found;
    }
}
