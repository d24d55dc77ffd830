using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Paging;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Surveys;

/// <summary>Answers one by one, newest first, as far as the scope reaches.</summary>
internal sealed class AnswerQueries(IDbContextFactory<ActivitiesDb> dbs, SurveyQueries surveys, IOrganisation organisation, TimeProvider clock)
{
    /// <summary>What people wrote on one question. Filters <c>dealer</c> and <c>time</c>.</summary>
    public async Task<Page<FreeAnswer>> WordsAsync(Guid activityId, string question, PageRequest page, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await surveys.AskedAsync(db, activityId, ct) is null)
        {
            return Page<FreeAnswer>.Empty;
        }

        var args = Args(activityId, page) with { Question = question };
        const string Wrote = $"{AnswerFilter.Sql} and coalesce(s.answers ->> @Question, '') <> ''";
        var total = page.IsTotalWanted ? await db.Sql().FirstOrDefaultAsync<long>($"select count(*) from activities.sign_ups s where {Wrote}", args, ct) : (long?)null;
        var found = await db.Sql().QueryAsync<Stored>(
            $"""
            select s.id as "Id", s.answers ->> @Question as "Answers", s.name_mask as "NameMask", s.dealer_id as "DealerId", s.city as "City", s.at as "At"
            from activities.sign_ups s where {Wrote} and (@After::uuid is null or s.id < @After) order by s.id desc limit @Most
            """, args, ct);
        var tree = await organisation.TreeAsync(ct);
        return Cut(found, page.Size, total, s => new FreeAnswer(s.Id, s.Answers, s.NameMask, tree.LabelOf(s.DealerId) ?? s.City, s.At));
    }

    /// <summary>Everybody with all answers. Filters <c>dealer</c> and <c>time</c>.</summary>
    public async Task<Page<AnswerRow>> ListAsync(Guid activityId, PageRequest page, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await surveys.AskedAsync(db, activityId, ct) is not { } asked)
        {
            return Page<AnswerRow>.Empty;
        }

        var args = Args(activityId, page);
        var total = page.IsTotalWanted ? await db.Sql().FirstOrDefaultAsync<long>($"select count(*) from activities.sign_ups s where {AnswerFilter.Sql}", args, ct) : (long?)null;
        var found = await db.Sql().QueryAsync<Stored>(
            $"""
            select s.id as "Id", s.answers::text as "Answers", s.name_mask as "NameMask", s.phone_mask as "PhoneMask", s.dealer_id as "DealerId", s.city as "City", s.at as "At"
            from activities.sign_ups s where {AnswerFilter.Sql} and (@After::uuid is null or s.id < @After) order by s.id desc limit @Most
            """, args, ct);
        var tree = await organisation.TreeAsync(ct);
        return Cut(found, page.Size, total, s =>
        {
            var said = StoredAnswers.Read(s.Answers);
            return new AnswerRow(
                s.Id, SignUpNumber.Of(s.Id), s.NameMask, s.PhoneMask, tree.LabelOf(s.DealerId) ?? s.City, s.At,
                asked.Questions.Where(q => said.ContainsKey(q.Name)).ToDictionary(q => q.Name, q => StoredAnswers.InWords(q, said[q.Name], "、"), StringComparer.Ordinal));
        });
    }

    private static Page<T> Cut<T>(IReadOnlyList<Stored> found, int size, long? total, Func<Stored, T> row)
        => new([.. found.Take(size).Select(row)], found.Count > size ? found[size - 1].Id.ToString() : null, total);

    private AnswerArgs Args(Guid activityId, PageRequest page)
        => new(activityId, AnswerFilter.Of(page.Filters, clock.GetUtcNow())) { After = Guid.TryParse(page.After, out var after) ? after : null, Most = page.Size + 1 };

    private sealed class Stored
    {
        public Guid Id { get; init; }

        public string Answers { get; init; } = "";

        public string NameMask { get; init; } = "";

        public string PhoneMask { get; init; } = "";

        public Guid? DealerId { get; init; }

        public string? City { get; init; }

        public DateTimeOffset At { get; init; }
    }
}
