from django.urls import path

from . import views
from .panel import views as panel
from .signin import passkeys
from .signin import views as signin

urlpatterns = [
    path("productores/<slug:slug>/", views.producer, name="producer"),
    path("redes/<slug:slug>/", views.network, name="network"),
    path("sellos/<slug:slug>/", views.seal, name="seal"),
    path("entrar/", signin.ask, name="account_login"),
    path("entrar/", signin.ask, name="account_request_login_code"),
    path("entrar/codigo/", signin.code, name="account_confirm_login_code"),
    path("entrar/otro-correo/", signin.another, name="account_another"),
    path("entrar/cuenta/", signin.join, name="account_signup"),
    path("entrar/cerrada/", signin.closed, name="account_inactive"),
    path("entrar/llave/", passkeys.enter, name="mfa_login_webauthn"),
    path("salir/", signin.leave, name="account_logout"),
    path("panel/", panel.home, name="panel"),
    path("panel/mas/", panel.menu, name="panel-menu"),
    path("panel/por/", panel.choose, name="panel-choose"),
    path("panel/cuenta/", panel.account, name="panel-account"),
    path("panel/cuenta/entrar-de-nuevo/", passkeys.again, name="panel-again"),
    path("panel/cuenta/llaves/nueva/", passkeys.add, name="panel-passkey-add"),
    path("panel/cuenta/llaves/<int:pk>/quitar/", passkeys.remove, name="panel-passkey-remove"),
    path("panel/perfil/", panel.profile, name="panel-profile"),
    path("panel/revisar/<slug:slug>/", panel.review, name="panel-profile-review"),
    path("panel/red/", panel.networks, name="panel-networks"),
    path("panel/red/<slug:slug>/", panel.network, name="panel-network"),
    path("panel/red/<slug:slug>/socios/", panel.member, name="panel-network-member"),
    path("panel/sumarse/<int:pk>/", panel.join, name="panel-join"),
    path("panel/territorio/", panel.territory, name="panel-territory"),
    path("panel/personas/", panel.people, name="panel-people"),
    path("panel/personas/invitar/", panel.invite, name="panel-invite"),
    path("panel/personas/<int:pk>/terminar/", panel.end, name="panel-mandate-end"),
    path("panel/personas/cartas/<int:pk>/retirar/", panel.withdraw, name="panel-invitation-withdraw"),
    path("panel/sellos/", panel.seals, name="panel-seals"),
    path("panel/sellos/pedir/", panel.ask, name="panel-seal-ask"),
    path("panel/sellos/<int:pk>/decidir/", panel.decide, name="panel-seal-decide"),
    path("panel/sellos/otorgado/<int:pk>/revocar/", panel.revoke, name="panel-seal-revoke"),
    path("invitacion/<str:token>/", panel.invitation, name="invitation"),
]
