using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Activities.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddSessionsAndWaiting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_activities_taken",
                schema: "activities",
                table: "activities");

            migrationBuilder.AddColumn<string>(
                name: "answers",
                schema: "activities",
                table: "sign_ups",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "queued_at",
                schema: "activities",
                table: "sign_ups",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            migrationBuilder.AddColumn<Guid>(
                name: "session_id",
                schema: "activities",
                table: "sign_ups",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "audience",
                schema: "activities",
                table: "activities",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{\"owners\": \"any\", \"known\": \"any\", \"cities\": []}'");

            migrationBuilder.AddColumn<Guid>(
                name: "author_id",
                schema: "activities",
                table: "activities",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "cities",
                schema: "activities",
                table: "activities",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<bool>(
                name: "confirms_by_hand",
                schema: "activities",
                table: "activities",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string[]>(
                name: "fields",
                schema: "activities",
                table: "activities",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{city,dealer,district,series,window}'");

            migrationBuilder.AddColumn<bool>(
                name: "has_waiting_list",
                schema: "activities",
                table: "activities",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "most_of_kind",
                schema: "activities",
                table: "activities",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "offer_hours",
                schema: "activities",
                table: "activities",
                type: "integer",
                nullable: false,
                defaultValue: 24);

            migrationBuilder.AddColumn<int>(
                name: "oversell_percent",
                schema: "activities",
                table: "activities",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "redeems_from",
                schema: "activities",
                table: "activities",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "redeems_until",
                schema: "activities",
                table: "activities",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "settings",
                schema: "activities",
                table: "activities",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "wording",
                schema: "activities",
                table: "activities",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{\"reward\": \"\", \"rules\": \"\", \"thanks\": \"\"}'");

            migrationBuilder.CreateTable(
                name: "activity_sessions",
                schema: "activities",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activity_sessions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_activity_sessions_activities_tenant_id_activity_id",
                        columns: x => new { x.tenant_id, x.activity_id },
                        principalSchema: "activities",
                        principalTable: "activities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "activity_steps",
                schema: "activities",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    to_state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activity_steps", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "sign_up_messages",
                schema: "activities",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sign_up_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_up_messages", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "sign_up_steps",
                schema: "activities",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sign_up_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    to_state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_up_steps", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "waiting_offers",
                schema: "activities",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sign_up_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waiting_offers", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_waiting_offers_sign_ups_tenant_id_sign_up_id",
                        columns: x => new { x.tenant_id, x.sign_up_id },
                        principalSchema: "activities",
                        principalTable: "sign_ups",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "session_quotas",
                schema: "activities",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    taken = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_quotas", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_session_quotas_taken", "taken between 0 and places");
                    table.ForeignKey(
                        name: "fk_session_quotas_activity_sessions_tenant_id_session_id",
                        columns: x => new { x.tenant_id, x.session_id },
                        principalSchema: "activities",
                        principalTable: "activity_sessions",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_sign_ups_tenant_id_activity_id_queued_at",
                schema: "activities",
                table: "sign_ups",
                columns: new[] { "tenant_id", "activity_id", "queued_at" },
                filter: "state = 'waitlisted'");

            migrationBuilder.CreateIndex(
                name: "ix_sign_ups_tenant_id_phone_hash",
                schema: "activities",
                table: "sign_ups",
                columns: new[] { "tenant_id", "phone_hash" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_activities_taken",
                schema: "activities",
                table: "activities",
                sql: "taken between 0 and quota::bigint * (100 + oversell_percent) / 100");

            migrationBuilder.CreateIndex(
                name: "ix_activity_sessions_tenant_id_activity_id_starts_at",
                schema: "activities",
                table: "activity_sessions",
                columns: new[] { "tenant_id", "activity_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_activity_steps_tenant_id_activity_id_id",
                schema: "activities",
                table: "activity_steps",
                columns: new[] { "tenant_id", "activity_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_session_quotas_tenant_id_activity_id",
                schema: "activities",
                table: "session_quotas",
                columns: new[] { "tenant_id", "activity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_session_quotas_tenant_id_session_id_dealer_id",
                schema: "activities",
                table: "session_quotas",
                columns: new[] { "tenant_id", "session_id", "dealer_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_sign_up_messages_tenant_id_sign_up_id_kind",
                schema: "activities",
                table: "sign_up_messages",
                columns: new[] { "tenant_id", "sign_up_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_up_steps_tenant_id_sign_up_id_id",
                schema: "activities",
                table: "sign_up_steps",
                columns: new[] { "tenant_id", "sign_up_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_waiting_offers_tenant_id_activity_id_at",
                schema: "activities",
                table: "waiting_offers",
                columns: new[] { "tenant_id", "activity_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_waiting_offers_tenant_id_expires_at",
                schema: "activities",
                table: "waiting_offers",
                columns: new[] { "tenant_id", "expires_at" },
                filter: "state = 'open'");

            migrationBuilder.CreateIndex(
                name: "ix_waiting_offers_tenant_id_sign_up_id",
                schema: "activities",
                table: "waiting_offers",
                columns: new[] { "tenant_id", "sign_up_id" },
                unique: true,
                filter: "state = 'open'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "activity_steps",
                schema: "activities");

            migrationBuilder.DropTable(
                name: "session_quotas",
                schema: "activities");

            migrationBuilder.DropTable(
                name: "sign_up_messages",
                schema: "activities");

            migrationBuilder.DropTable(
                name: "sign_up_steps",
                schema: "activities");

            migrationBuilder.DropTable(
                name: "waiting_offers",
                schema: "activities");

            migrationBuilder.DropTable(
                name: "activity_sessions",
                schema: "activities");

            migrationBuilder.DropIndex(
                name: "ix_sign_ups_tenant_id_activity_id_queued_at",
                schema: "activities",
                table: "sign_ups");

            migrationBuilder.DropIndex(
                name: "ix_sign_ups_tenant_id_phone_hash",
                schema: "activities",
                table: "sign_ups");

            migrationBuilder.DropCheckConstraint(
                name: "ck_activities_taken",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "answers",
                schema: "activities",
                table: "sign_ups");

            migrationBuilder.DropColumn(
                name: "queued_at",
                schema: "activities",
                table: "sign_ups");

            migrationBuilder.DropColumn(
                name: "session_id",
                schema: "activities",
                table: "sign_ups");

            migrationBuilder.DropColumn(
                name: "audience",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "author_id",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "cities",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "confirms_by_hand",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "fields",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "has_waiting_list",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "most_of_kind",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "offer_hours",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "oversell_percent",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "redeems_from",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "redeems_until",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "settings",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "wording",
                schema: "activities",
                table: "activities");

            migrationBuilder.AddCheckConstraint(
                name: "ck_activities_taken",
                schema: "activities",
                table: "activities",
                sql: "taken between 0 and quota");
        }
    }
}
