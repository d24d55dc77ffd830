using System.Diagnostics;
using System.Globalization;
using AutoPortal.Bench.Portal;
using AutoPortal.Bench.Processes;

namespace AutoPortal.Bench.Measures;

/// <summary>A1: many people sign up at one activity at once; every answer stands for a committed sign-up.</summary>
internal sealed class HotActivity : IMeasure
{
    private const int FirstPhone = 30_000_000;

    public IReadOnlyList<string> Ids { get; } = ["A1"];

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchContext bench, CancellationToken ct)
    {
        var book = new LeadBook(bench.Home);
        await book.MakeRoomAsync(ct);
        await Pgbench.PrepareAsync(bench.Home, ct);
        var (rounds, before, phone) = (new Rounds(), await book.SignUpsAsync(ct), FirstPhone);

        // The first is not counted: code gets compiled, plans get cached.
        for (var round = 0; round <= bench.Options.Rounds; round++)
        {
            var still = await Pgbench.SimpleUpdateAsync(bench.Home, bench.Options.Seconds, ct);
            var posted = await PostAsync(bench, book, phone, ct);
            phone += bench.Options.SignUps;
            if (round > 0)
            {
                rounds.Add(bench.Options.SignUps / posted.TotalSeconds, still);
            }
        }

        var sent = (bench.Options.Rounds + 1) * bench.Options.SignUps;
        var (stored, taken) = (await book.SignUpsAsync(ct) - before, await book.TakenDriftAsync(ct));
        return
        [
            new("A1", "sign-ups at one activity, answered durable ÷ simple-update")
            {
                Ours = Figure.Show(rounds.Ours, "/s"),
                Reference = Figure.Show(rounds.Reference, "/s"),
                Value = rounds.Ratio,
                IsSound = stored == sent && taken == 0,
                Checked = string.Create(CultureInfo.InvariantCulture, $"answered {sent} = stored {stored}; places against rows {taken}"),
            },
        ];
    }

    /// <summary>Nobody delivers meanwhile: what becomes of sign-ups is measured by L1.</summary>
    private static async Task<TimeSpan> PostAsync(BenchContext bench, LeadBook book, int firstPhone, CancellationToken ct)
    {
        using var visitors = new Visitors(new Uri(bench.Node.Page), firstPhone);
        var coming = await visitors.ComeAsync(bench.Options.SignUps, [], ct);
        var leads = await book.LeadsAsync(ct);
        TimeSpan posted;
        await using (var hold = await DeliveryHold.TakeAsync(bench.Home, ct))
        {
            var watch = Stopwatch.StartNew();
            await visitors.SignUpAsync(coming, ct);
            posted = watch.Elapsed;
            await hold.LetGoAsync(ct);
        }

        return await book.WaitAsync(leads + coming.Count, TimeSpan.FromMinutes(2), ct) ? posted : throw new BenchException("Not every sign-up became a lead in time.");
    }
}
