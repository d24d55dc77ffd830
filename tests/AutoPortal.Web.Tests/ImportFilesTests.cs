using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace AutoPortal.Web.Tests;

/// <summary>Files on their way in and out over HTTP: who may, what is refused, and with which words.</summary>
[Collection(nameof(House))]
public sealed class ImportFilesTests(House house)
{
    private const string Upload = "/app/imports/upload";
    private const string Dealers = "经销商代码,经销商名称,大区,省份,城市,类型\nHTTP1,网上来的店,华东,上海,上海,4S店\n坏 代码,坏店,华东,上海,上海,4S店";

    [Fact]
    public async Task A_file_comes_in_and_its_original_template_and_errors_go_out_to_those_who_may_alone()
    {
        using var admin = await house.SignedInAsync("admin@chenxing.demo");
        using var sent = await SendAsync(admin, "dealers", "门店.csv", Encoding.UTF8.GetBytes(Dealers));
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        var run = JsonNode.Parse(await sent.Content.ReadAsStringAsync())!["address"]!.GetValue<string>();

        foreach (var (path, type) in new[] { ($"{run}/file", "application/octet-stream"), ($"{run}/errors.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), ("/app/imports/templates/dealers.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") })
        {
            using var taken = await admin.GetAsync(path);
            taken.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            taken.Content.Headers.ContentType!.MediaType.ShouldBe(type, path);
            taken.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment", path);
        }

        (await admin.GetStringAsync($"{run}/file")).ShouldBe(Dealers);
        foreach (var stranger in new[] { "admin@beichen.demo", "operator@chenxing.demo", "advisor@chenxing.demo" })
        {
            using var person = await house.SignedInAsync(stranger);
            (await person.GetAsync($"{run}/file")).StatusCode.ShouldBe(HttpStatusCode.NotFound, stranger);
            (await person.GetAsync($"{run}/errors.xlsx")).StatusCode.ShouldBe(HttpStatusCode.NotFound, stranger);
        }

        using var advisor = await house.SignedInAsync("advisor@chenxing.demo");
        (await advisor.GetAsync("/app/imports/templates/dealers.xlsx")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await advisor.GetAsync("/app/imports/templates/nosuch.xlsx")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_brings_in_a_kind_that_they_may_not()
    {
        using var clerk = await house.SignedInAsync("operator@chenxing.demo");

        (await SendAsync(clerk, "dealers", "门店.csv", Encoding.UTF8.GetBytes(Dealers))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_post_without_its_token_is_refused_and_nothing_is_kept()
    {
        using var admin = await house.SignedInAsync("admin@chenxing.demo");

        using var refused = await SendAsync(admin, "dealers", "门店.csv", Encoding.UTF8.GetBytes(Dealers), token: "");

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await WordsAsync(refused)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_answered_with_the_limit()
    {
        using var admin = await house.SignedInAsync("admin@chenxing.demo");

        using var refused = await SendAsync(admin, "dealers", "大.csv", new byte[2 * 1024 * 1024]);

        refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await WordsAsync(refused)).ShouldContain("1 MB");
    }

    [Theory, InlineData("图片.xlsx", "\0\u0089PNG"), InlineData("空.csv", " "), InlineData("nosuch", "a,b\n1,2")]
    public async Task What_is_no_table_and_what_is_no_kind_is_answered_in_words(string name, string content)
    {
        using var admin = await house.SignedInAsync("admin@chenxing.demo");

        using var refused = await SendAsync(admin, name == "nosuch" ? name : "dealers", name, Encoding.Latin1.GetBytes(content));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await WordsAsync(refused)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_browser_without_script_reads_the_same_words_on_a_page()
    {
        using var admin = await house.SignedInAsync("admin@chenxing.demo");

        using var refused = await SendAsync(admin, "dealers", "空.csv", " "u8.ToArray(), accept: "text/html");

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("<h1");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient person, string kind, string name, byte[] content, string? token = null, string accept = "application/json")
    {
        token ??= await House.FormTokenAsync(person, "/app/imports?new=leads");
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(kind), "kind" }, { file, "file", name } };
        var request = new HttpRequestMessage(HttpMethod.Post, Upload) { Content = form };
        request.Headers.Accept.ParseAdd(accept);
        return await person.SendAsync(request);
    }

    private static async Task<string> WordsAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["words"]!.GetValue<string>();
}
