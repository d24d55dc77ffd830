using AutoPortal.Kernel;
using AutoPortal.Kernel.Files;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Paging;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Exports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Platform.Tests.Exports;

/// <summary>Orders exports as a member, and writes them as a node does.</summary>
internal sealed class ExportRunner(PlatformFixture platform, Town town)
{
    public static ExportWanted Crowd(int rows, string? reason = "月度核对", bool revealed = false, params string[] columns)
        => Wanted("crowd", rows.ToString(System.Globalization.CultureInfo.InvariantCulture), reason, revealed, columns is [] ? ["number", "phone"] : columns);

    public static ExportWanted Wanted(string list, string? view = null, string? reason = "月度核对", bool revealed = false, IReadOnlyList<string>? columns = null, PageRequest? query = null, bool csv = false)
        => new(list, view, query ?? PageRequest.First(20), columns ?? ["name"], csv, revealed, reason);

    public async Task<Outcome<Guid>> OrderAsync(Member member, ExportWanted wanted)
    {
        await using var person = await Visitor.OfAsync(platform, member);
        return await person.Get<OrderExport>().RunAsync(wanted, default);
    }

    public async Task<Outcome> ApproveAsync(Member member, Guid job)
    {
        await using var person = await Visitor.OfAsync(platform, member);
        return await person.Get<DecideExport>().ApproveAsync(job, default);
    }

    public Task<ExportJob> ReadAsync(Guid job) => platform.InTenantAsync(town.Tenant.Id, db => db.ExportJobs.AsNoTracking().SingleAsync(j => j.Id == job));

    /// <summary>A node comes by and writes it in the scope of who ordered it.</summary>
    public async Task<bool> WriteAsync(Guid job, Guid? worker = null)
    {
        var free = false;
        var facts = await platform.Get<ExportScopes>().OfAsync(town.Tenant.Id, await ReadAsync(job), default);
        await platform.Get<ScopeRunner>().RunAsync(facts!, async (services, ct) => free = await services.GetRequiredService<RunExport>().RunAsync(job, worker ?? Ids.New(platform.Now), ct), default);
        return free;
    }

    /// <summary>The file's bytes.</summary>
    public async Task<MemoryStream> FileAsync(Guid job)
    {
        var sha = (await ReadAsync(job)).FileSha256!;
        var bytes = new MemoryStream();
        await platform.Get<ScopeRunner>().RunAsync(town.Tenant.Id, "test", async (services, ct) =>
        {
            var files = services.GetRequiredService<FileStore>();
            await files.CopyToAsync((await files.FindAsync(sha, ct))!, bytes, ct);
        }, default);
        bytes.Position = 0;
        return bytes;
    }

    /// <summary>Orders, writes and reads back.</summary>
    public async Task<List<string[]>> TakeAsync(Member member, ExportWanted wanted)
    {
        var job = await OrderAsync(member, wanted);
        job.IsOk.ShouldBeTrue(job.Refusal?.Code);
        (await WriteAsync(job.Value)).ShouldBeTrue();
        return await RowsAsync(await FileAsync(job.Value));
    }

    public static async Task<List<string[]>> RowsAsync(Stream file, TableChoice? choice = null)
    {
        await using var reader = await TableFile.OpenAsync(file, TableLimits.Default, choice, default);
        var rows = new List<string[]>();
        await foreach (var row in reader.RowsAsync(default))
        {
            rows.Add([.. Enumerable.Range(0, reader.Columns.Count).Select(c => row[c].Text)]);
        }

        return rows;
    }
}
