using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Workbooks;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;
using AutoPortal.Platform.Imports;
using AutoPortal.Platform.Imports.Downloads;

namespace AutoPortal.Platform.Tests.Imports;

public sealed class ImportDownloadsTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private const string Mixed = Clerk.Header + "\nN0001,新店,北区,上海,上海,4S店\n坏 代码,坏店,北区,上海,上海,4S店\nN0003,,北区,上海,上海,没有的类型";

    [Fact]
    public async Task A_template_opens_with_headings_that_are_all_found_again_and_lists_from_today()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var made = await clerk.Visitor.Get<ImportTemplate>().MakeAsync("dealers", default);

        await using var content = made.Value!.Content;
        await using var table = await TableFile.OpenAsync(content, TableLimits.Default, null, default);
        var kind = clerk.Visitor.Get<ImportKinds>().Find("dealers")!;
        var columns = ColumnMap.Guess([.. table.Columns.Select(c => c.Name)], kind.Fields, f => clerk.Visitor.Get<ImportKinds>().AllTitlesOf(kind, f));

        columns.ShouldBe(kind.Fields.Select(f => f.Code));
        table.Columns[0].Name.ShouldBe("经销商代码*");
        (await table.ReadAsync(default)).ShouldBeFalse("a template has no row that could be taken for data");
        table.Sheets.Where(s => !s.IsHidden).Select(s => s.Name).ShouldBe(["经销商", "填写说明"]);
    }

    [Fact]
    public async Task The_error_workbook_holds_the_refused_rows_with_reasons_and_mended_it_brings_in_exactly_those()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var run = await clerk.WrittenAsync(Mixed);
        (await clerk.ViewAsync(run)).Written.Of(RowOutcome.Refused).ShouldBe(2);

        var made = await clerk.Visitor.Get<ImportErrors>().MakeAsync(run, default);
        var lines = await LinesAsync(made.Value!.Content);

        lines[0].ShouldBe(["经销商代码", "经销商名称", "大区", "省份", "城市", "类型", "未导入原因"]);
        lines.Count.ShouldBe(3);
        lines[1][..6].ShouldBe(["坏 代码", "坏店", "北区", "上海", "上海", "4S店"]);
        lines[2][6].ShouldContain("类型");
        var mended = string.Join('\n', string.Join(',', lines[0]), "N0002,坏店,北区,上海,上海,4S店,修好了", "N0003,补名店,北区,上海,上海,4S店,");
        var again = await clerk.WrittenAsync(mended);
        var view = await clerk.ViewAsync(again);
        view.Run.Columns[6].ShouldBeNull("the reasons are nobody's field");
        view.Written.Of(RowOutcome.Created).ShouldBe(2);
        (await clerk.Visitor.Get<IOrganisation>().TreeAsync(default)).Dealers.Count(d => d.Code.StartsWith('N')).ShouldBe(3);
    }

    [Fact]
    public async Task A_whole_file_brought_again_after_mending_leaves_what_was_taken_in_alone()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        await clerk.WrittenAsync(Mixed);

        var again = await clerk.WrittenAsync(Mixed.Replace("坏 代码", "N0002", StringComparison.Ordinal));

        var view = await clerk.ViewAsync(again);
        (view.Written.Unchanged, view.Written.Of(RowOutcome.Created), view.Written.Of(RowOutcome.Refused)).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task Whoever_takes_a_file_stands_in_the_audit_and_whoever_may_not_gets_none()
    {
        await using var clerk = await Clerk.HireAsync(platform);
        var run = await clerk.CheckedAsync(Mixed);

        var taken = await clerk.Visitor.Get<FetchImportFile>().RunAsync(run, default);
        await using var content = taken.Value!.Content;
        using var reader = new StreamReader(content);

        (await reader.ReadToEndAsync()).ShouldBe(Mixed);
        taken.Value.Name.ShouldBe("门店.csv");
        (await platform.InTenantAsync(clerk.Town.Tenant.Id, db => db.Sql().FirstOrDefaultAsync<long>("select count(*) from platform.audit_entries where {tenant} and action = 'file_taken' and entity_id = @run", new { run }, default))).ShouldBe(1);
        await using var advisor = await Visitor.OfAsync(platform, await clerk.Town.HireAsync(RoleTemplate.SalesAdvisor, MembershipReach.Own, clerk.Town.First.Id));
        (await advisor.Get<FetchImportFile>().RunAsync(run, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await advisor.Get<ImportErrors>().MakeAsync(run, default)).Refusal.ShouldBe(Refusal.NotFound);
        (await advisor.Get<ImportTemplate>().MakeAsync("dealers", default)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    private static async Task<List<string[]>> LinesAsync(Stream content)
    {
        await using var table = await TableFile.OpenAsync(content, TableLimits.Default, null, default);
        List<string[]> lines = [[.. table.Columns.Select(c => c.Name)]];
        while (await table.ReadAsync(default))
        {
            lines.Add([.. table.Columns.Select(c => table.Row[c.Index].Text)]);
        }

        return lines;
    }
}
