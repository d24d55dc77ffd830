using AutoPortal.Pages.Contracts;
using AutoPortal.Pages.Data;
using AutoPortal.Pages.Lint;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Pages.Tests.Lint;

public sealed class PageLinterTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    private const string Footer = """{ "kind": "footer", "version": 1, "id": "footer", "privacyHref": "https://example.cn/privacy" }""";
    private const string Rules = """{ "kind": "rules", "version": 1, "id": "rules", "body": "每人限一次。" }""";

    public static TheoryData<string, string, LintSeverity, string?> Faults => new()
    {
        { Make.Document(), "empty", LintSeverity.Error, null },
        { Make.Document(Make.Notice("好"), Footer), "no_rules", LintSeverity.Error, null },
        { Make.Document(Make.Notice("好"), """{ "kind": "rules", "version": 1, "id": "rules", "body": "  " }""", Footer), "no_rules", LintSeverity.Error, null },
        { Make.Document(Rules, """{ "kind": "footer", "version": 1, "id": "footer" }"""), "no_privacy", LintSeverity.Warning, null },
        { Make.Document(Rules, Footer, Make.Notice("全网最低,绝无仅有")), "forbidden_word", LintSeverity.Error, "one" },
        { Make.Document(Rules, Footer, Text("javascript:alert(1)")), "bad_link", LintSeverity.Error, "text" },
        { Make.Document(Rules, Footer, Text("#nowhere")), "lost_anchor", LintSeverity.Error, "text" },
        { Make.Document(Rules, Footer, Text("/test/a/not-there")), "dead_page", LintSeverity.Error, "text" },
        { Make.Document(Rules, Footer, """{ "kind": "hero", "version": 1, "id": "top", "title": "好", "picture": { "src": "/test/m/x.webp" } }"""), "no_alt", LintSeverity.Warning, "top" },
        { Make.Document(Rules, Footer, """{ "kind": "hero", "version": 1, "id": "top" }"""), "still_default", LintSeverity.Warning, "top" },
        { Make.Document(Rules, Footer, """{ "kind": "countdown", "version": 1, "id": "count", "endsAt": "2020-01-01T00:00:00+08:00" }"""), "countdown_over", LintSeverity.Warning, "count" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_fault_is_named_at_its_place(string document, string code, LintSeverity severity, string? block)
    {
        var finding = (await CheckAsync(document)).First(f => f.Code == code);

        (finding.Severity, finding.BlockId).ShouldBe((severity, block));
    }

    [Fact]
    public async Task A_sound_page_has_nothing_to_mend()
        => (await CheckAsync(Make.SoundDocument())).ShouldBeEmpty();

    [Fact]
    public async Task A_link_to_a_block_and_to_a_live_page_is_fine_and_steps_may_be_counted()
        => (await CheckAsync(Make.Document(Rules, Footer, Text("#rules"), Make.Notice("第一步,先报名")))).ShouldBeEmpty();

    [Fact]
    public async Task A_pale_brand_is_pointed_out()
        => (await CheckAsync(Make.SoundDocument(), new PageTheme("#ffe08a"))).Single().Code.ShouldBe("pale_brand");

    private static string Text(string href) => $$"""{ "kind": "rich_text", "version": 1, "id": "text", "body": [{ "runs": [{ "text": "看", "href": "{{href}}" }] }] }""";

    private async Task<IReadOnlyList<LintFinding>> CheckAsync(string document, PageTheme? theme = null)
    {
        await using var tenant = pages.Tenant(PagesPermissions.All);
        var id = (await tenant.Get<IPagePublishing>().CreateAsync(Make.NewPage(document: document) with { Theme = theme }, default)).Value;
        var page = await tenant.ReadAsync<PagesDb, Pages.Domain.Page>(db => db.Pages.SingleAsync(p => p.Id == id));
        return await tenant.Get<PageLinter>().CheckAsync(page, default);
    }
}
