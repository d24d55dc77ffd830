using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Activities.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddTheDoor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_session_quotas_taken",
                schema: "activities",
                table: "session_quotas");

            migrationBuilder.DropCheckConstraint(
                name: "ck_activities_taken",
                schema: "activities",
                table: "activities");

            migrationBuilder.AddColumn<int>(
                name: "added_at_door",
                schema: "activities",
                table: "session_quotas",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "added_at_door",
                schema: "activities",
                table: "activities",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "gate_acts",
                schema: "activities",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sign_up_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    how = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate_acts", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_gate_acts_activities_tenant_id_activity_id",
                        columns: x => new { x.tenant_id, x.activity_id },
                        principalSchema: "activities",
                        principalTable: "activities",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_gate_acts_sign_ups_tenant_id_sign_up_id",
                        columns: x => new { x.tenant_id, x.sign_up_id },
                        principalSchema: "activities",
                        principalTable: "sign_ups",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_session_quotas_taken",
                schema: "activities",
                table: "session_quotas",
                sql: "taken between 0 and places + added_at_door");

            migrationBuilder.AddCheckConstraint(
                name: "ck_activities_taken",
                schema: "activities",
                table: "activities",
                sql: "taken between 0 and quota::bigint * (100 + oversell_percent) / 100 + added_at_door");

            migrationBuilder.CreateIndex(
                name: "ix_gate_acts_tenant_id_activity_id_at",
                schema: "activities",
                table: "gate_acts",
                columns: new[] { "tenant_id", "activity_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_gate_acts_tenant_id_sign_up_id_at",
                schema: "activities",
                table: "gate_acts",
                columns: new[] { "tenant_id", "sign_up_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "gate_acts",
                schema: "activities");

            migrationBuilder.DropCheckConstraint(
                name: "ck_session_quotas_taken",
                schema: "activities",
                table: "session_quotas");

            migrationBuilder.DropCheckConstraint(
                name: "ck_activities_taken",
                schema: "activities",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "added_at_door",
                schema: "activities",
                table: "session_quotas");

            migrationBuilder.DropColumn(
                name: "added_at_door",
                schema: "activities",
                table: "activities");

            migrationBuilder.AddCheckConstraint(
                name: "ck_session_quotas_taken",
                schema: "activities",
                table: "session_quotas",
                sql: "taken between 0 and places");

            migrationBuilder.AddCheckConstraint(
                name: "ck_activities_taken",
                schema: "activities",
                table: "activities",
                sql: "taken between 0 and quota::bigint * (100 + oversell_percent) / 100");
        }
    }
}
