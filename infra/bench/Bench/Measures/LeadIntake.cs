using System.Diagnostics;
using System.Globalization;
using AutoPortal.Bench.Portal;
using AutoPortal.Bench.Processes;

namespace AutoPortal.Bench.Measures;

/// <summary>L1: sign-ups that become cleaned, rated and allocated leads, against pgbench simple-update on the same server.</summary>
internal sealed class LeadIntake : IMeasure
{
    private const int FirstPhone = 10_000_000;
    private const double Target = 0.15;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(2);

    public IReadOnlyList<string> Ids { get; } = ["L1"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var book = new LeadBook(bench.Home);
        await book.MakeRoomAsync(ct);
        await Pgbench.PrepareAsync(bench.Home, ct);
        var (before, count) = (await book.LeadsAsync(ct), bench.Options.SignUps);
        var (backlog, whole, phone) = (new Rounds(), new Rounds(), FirstPhone);

        // The first of each is not counted: code gets compiled, plans and pages get cached.
        for (var round = 0; round <= bench.Options.Rounds; round++)
        {
            var still = await Pgbench.SimpleUpdateAsync(bench.Home, bench.Options.Seconds, ct);
            var waited = await BacklogAsync(bench, book, phone, ct);
            var posted = await WholeAsync(bench, book, phone + count, ct);
            phone += count * 2;
            if (round > 0)
            {
                backlog.Add(count / waited.TotalSeconds, still);
                whole.Add(count / posted.TotalSeconds, still);
            }
        }

        var sent = (bench.Options.Rounds + 1) * 2 * count;
        var made = await book.LeadsAsync(ct) - before;
        var (doubled, dead) = await book.FaultsAsync(ct);
        var said = string.Create(CultureInfo.InvariantCulture, $"sign-ups {sent} = leads {made}; doubled {doubled}; dead letters {dead}");
        var isSound = made == sent && doubled == 0 && dead == 0;
        return
        [
            Figure.AtLeast("L1", $"a backlog of {count} sign-ups → allocated leads ÷ simple-update", backlog, "/s", Target) with { Checked = said, IsSound = isSound },
            Figure.AtLeast("L1", $"the same, posted over HTTP with phone codes meanwhile", whole, "/s", Target) with { Checked = said, IsSound = isSound, IsMet = null },
        ];
    }

    /// <summary>Sign-ups are taken while nobody delivers; from then on until the last lead is stored.</summary>
    private static async Task<TimeSpan> BacklogAsync(BenchContext bench, LeadBook book, int firstPhone, CancellationToken ct)
    {
        using var visitors = new Visitors(new Uri(bench.Node.Page), firstPhone);
        var coming = await visitors.ComeAsync(bench.Options.SignUps, [], ct);
        await using var hold = await DeliveryHold.TakeAsync(bench.Home, ct);
        var before = await book.LeadsAsync(ct);
        await visitors.SignUpAsync(coming, ct);
        if (await book.LeadsAsync(ct) != before)
        {
            throw new BenchException("Leads came while delivery was held.");
        }

        var watch = Stopwatch.StartNew();
        await hold.LetGoAsync(ct);
        return await book.WaitAsync(before + coming.Count, Within, ct) ? watch.Elapsed : throw new BenchException("The backlog was not delivered in time.");
    }

    /// <summary>From the first post until the last lead is stored.</summary>
    private static async Task<TimeSpan> WholeAsync(BenchContext bench, LeadBook book, int firstPhone, CancellationToken ct)
    {
        using var visitors = new Visitors(new Uri(bench.Node.Page), firstPhone);
        var coming = await visitors.ComeAsync(bench.Options.SignUps, [], ct);
        var before = await book.LeadsAsync(ct);
        var watch = Stopwatch.StartNew();
        await visitors.SignUpAsync(coming, ct);
        return await book.WaitAsync(before + coming.Count, Within, ct) ? watch.Elapsed : throw new BenchException("Not every sign-up became a lead in time.");
    }
}
