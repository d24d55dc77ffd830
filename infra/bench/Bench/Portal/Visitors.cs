using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace AutoPortal.Bench.Portal;

/// <summary>Consumers who sign up through the public form, with the codes that their phones get.</summary>
/// <param name="page">Address of the activity page.</param>
/// <param name="firstPhone">The last eight digits of the first phone; each run takes its own.</param>
internal sealed class Visitors(Uri page, int firstPhone) : IDisposable
{
    // Fewer than one network address may ask codes for within an hour.
    private const int PhonesPerAddress = 10;
    private const int AtOnce = 64;
    private const string Digits = "零一二三四五六七八九";
    private readonly List<HttpClient> _clients = [];

    /// <summary>Reads the form, and waits for a code on each phone.</summary>
    /// <param name="count">How many consumers.</param>
    /// <param name="dealers">Dealers they choose in turn; empty takes all that the form offers.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Visitor>> ComeAsync(int count, IReadOnlyList<string> dealers, CancellationToken ct)
    {
        for (var place = 0; place * PhonesPerAddress < count; place++)
        {
            _clients.Add(ClientFrom((firstPhone / PhonesPerAddress) + place));
        }

        var form = SignUpForm.Of(await _clients[0].GetStringAsync(page, ct));
        var chosen = dealers.Count > 0 ? dealers : form.Dealers;
        var visitors = new Visitor[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce / 2, CancellationToken = ct }, async (place, stop) =>
        {
            var phone = string.Create(CultureInfo.InvariantCulture, $"139{firstPhone + place:00000000}");
            var http = _clients[place / PhonesPerAddress];
            visitors[place] = new(http, phone, form.Filled(NameOf(phone), phone, await CodeAsync(http, form, phone, stop), chosen[place % chosen.Count]));
        });
        return visitors;
    }

    /// <summary>Posts the forms, many at once; every one must be accepted.</summary>
    public async Task SignUpAsync(IReadOnlyList<Visitor> visitors, CancellationToken ct)
        => await Parallel.ForEachAsync(visitors, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (visitor, stop) =>
            (await PostAsync(visitor.Http, "sign-up", visitor.Fields, stop)).Dispose());

    public void Dispose() => _clients.ForEach(c => c.Dispose());

    private static string NameOf(string phone) => "验" + string.Concat(phone[^6..].Select(digit => Digits[digit - '0']));

    private async Task<string> CodeAsync(HttpClient http, SignUpForm form, string phone, CancellationToken ct)
    {
        (await PostAsync(http, "code", form.Filled(NameOf(phone), phone, "", ""), ct)).Dispose();
        using var message = JsonDocument.Parse(await http.GetStringAsync(new Uri(page, $"/dev/outbox/latest?tenant={PortalNode.Tenant}&phone={phone}"), ct));
        return message.RootElement.GetProperty("code").GetString()!;
    }

    private async Task<JsonDocument> PostAsync(HttpClient http, string act, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken ct)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, $"{page}/{act}") { Content = new FormUrlEncodedContent(fields) };
        ask.Headers.Accept.ParseAdd("application/json");
        using var answer = await http.SendAsync(ask, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text)
            : throw new BenchException($"{act} was answered {(int)answer.StatusCode}: {text[..Math.Min(300, text.Length)]}");
    }

    // Loopback is a whole network: each client stands behind an address of its own, as households do.
    private static HttpClient ClientFrom(int number)
    {
        var address = new IPAddress([127, (byte)(1 + (number / 65_025)), (byte)(number / 255 % 255), (byte)(1 + (number % 255))]);
        return new(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = PhonesPerAddress,
            UseCookies = false,
            ConnectCallback = async (context, ct) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    socket.Bind(new IPEndPoint(address, 0));
                    await socket.ConnectAsync(context.DnsEndPoint, ct);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        });
    }
}

/// <summary>A consumer who holds the code and has yet to post the form.</summary>
internal sealed record Visitor(HttpClient Http, string Phone, IReadOnlyList<KeyValuePair<string, string>> Fields);
