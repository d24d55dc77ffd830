using Microsoft.AspNetCore.Http.HttpResults;

namespace AutoPortal.Bench.Reference;

/// <summary>Static server rendering of a page made of equal cards, without any data source behind it.</summary>
internal static class RenderedPage
{
    public static WebApplication Build(int port)
    {
        var builder = Host.Builder(port);
        builder.Services.AddRazorComponents();
        var app = builder.Build();
        app.MapGet("/page", (int cards) => new RazorComponentResult<CardPage>(new { Cards = cards }));
        return app;
    }
}
